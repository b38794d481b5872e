#pragma once

#include <QDialog>

namespace foretrail {

/// What each page does, the keyboard shortcuts, versions and licence.
class Help : public QDialog {
    Q_OBJECT
public:
    explicit Help(QWidget *parent = nullptr);
    /// Shows it without holding up the program; deletes itself when closed.
    static void open(QWidget *parent);
};

} // namespace foretrail

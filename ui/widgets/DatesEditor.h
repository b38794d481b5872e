#pragma once

#include "ui/widgets/ParameterEditor.h"

#include <QStringList>

class QDateEdit;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace foretrail {

/// Days and spans of days: a list, fields for the first and last day of another entry and its name, a button each to add and remove, and
/// one for a file of them, which whoever owns the recipe reads.
class DatesEditor : public ParameterEditor {
    Q_OBJECT
public:
    DatesEditor(const ParameterInfo &parameter, QWidget *parent);
    QJsonValue value() const override;

Q_SIGNALS:
    void fileWanted();

protected:
    void show(const QJsonValue &value) override;

private:
    void add();
    void remove();
    void fill();

    QStringList m_dates; ///< as in JSON: "2011-12-25", "2011-12-24/2011-12-26 Christmas"
    QListWidget *m_list;
    QDateEdit *m_first;
    QDateEdit *m_last;
    QLineEdit *m_name;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_file;
};

} // namespace foretrail

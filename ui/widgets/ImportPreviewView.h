#pragma once

#include "ui/models/PreviewModel.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QFrame;
class QLabel;
class QPushButton;
class QTableView;

namespace foretrail {

class RoleHeader;

/// The first rows of a file under choosers of what each column means, with what stands in the way of the import above
/// and what was noticed below.
class ImportPreviewView : public QWidget {
    Q_OBJECT
public:
    explicit ImportPreviewView(QWidget *parent = nullptr);

    void show(const ImportPreview &preview);
    /// What stands in the way, or what became of the last try; empty: nothing.
    void setMessage(const QString &message);
    /// How many files wait behind this one.
    void setRemaining(int files);
    bool isSameForRest() const;

Q_SIGNALS:
    void roleChosen(int column, foretrail::Role role);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTop();
    QWidget *makeMessage();
    QWidget *makeTable();
    void showColumn(int column);
    void fitColumns();
    void retranslate();
    void applyTheme();

    PreviewModel m_model;
    RoleHeader *m_header;
    QTableView *m_table;
    QPushButton *m_stored;
    QPushButton *m_raw;
    QCheckBox *m_same;
    QPushButton *m_cancel;
    QFrame *m_message;
    QLabel *m_messageIcon;
    QLabel *m_messageText;
    QLabel *m_notes;
    int m_remaining = 0;
};

} // namespace foretrail

#pragma once

#include "core/data/ImportGroup.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace foretrail {

class HeadlineNumber;

/// What one import did, or those of one go together: a sentence, the counts as a sum that adds up, what else is worth knowing, and the next step.
class ImportLedger : public QWidget {
    Q_OBJECT
public:
    explicit ImportLedger(QWidget *parent = nullptr);
    void show(const ImportGroup &group, const QString &currency, bool isReadOnly);
    void focusNext(); ///< the button of the next step
    void setFindings(std::optional<int> count); ///< nothing: not known

Q_SIGNALS:
    void forecastClicked();
    void findingsClicked();
    void againClicked();
    void undoClicked();
    void redoClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    QHBoxLayout *makeTop();
    QWidget *makeSum();
    void fill();
    void fillDetails();
    void fillButtons();
    QString share(qint64 rows) const; ///< of the rows read

    QLabel *m_sentence;
    QLabel *m_undone;
    QPushButton *m_undo;
    QPushButton *m_redo;
    QPushButton *m_again;
    QPushButton *m_look;
    QPushButton *m_next;
    HeadlineNumber *m_read;
    HeadlineNumber *m_stored;
    HeadlineNumber *m_duplicate;
    HeadlineNumber *m_rejected;
    HeadlineNumber *m_filtered;
    QLabel *m_filteredSign;
    QLabel *m_details;
    ImportGroup m_group;
    ImportReport m_report; ///< of all of it
    QString m_currency;
    bool m_isReadOnly = false;
    int m_findings = 0;
};

} // namespace foretrail

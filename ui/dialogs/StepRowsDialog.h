#pragma once

#include "core/data/StepRows.h"
#include "ui/models/FindingRowsModel.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace foretrail {

class FilterLine;

/// The rows of the log behind one step of a series, read a page at a time, sorted and filtered where they are not too many; exports all of them. Stays open while other steps are asked for.
class StepRowsDialog : public QDialog {
    Q_OBJECT
public:
    explicit StepRowsDialog(AppSession &session, QWidget *parent = nullptr);
    /// `title` names the series and the step, `sentence` says what stands behind them.
    void ask(const StepQuestion &question, const QString &title, const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts();
    void exportRows();

    AppSession &m_session;
    FindingRowsModel m_model;
    std::optional<StepQuestion> m_question;
    QLabel *m_title;
    QLabel *m_sentence;
    QLabel *m_state;
    FilterLine *m_filter;
    QTableView *m_table;
    bool m_isTooLong = false; ///< to be sorted or filtered
    QPushButton *m_export;
    QPushButton *m_close;
};

} // namespace foretrail

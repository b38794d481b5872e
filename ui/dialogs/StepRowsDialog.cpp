#include "ui/dialogs/StepRowsDialog.h"

#include "core/report/StepRowsTable.h"
#include "ui/asking/FileDialogs.h"
#include "ui/models/SortedRows.h"
#include "ui/models/TableHabits.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/PlainTable.h"
#include "ui/models/TableFilter.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>

namespace foretrail {

StepRowsDialog::StepRowsDialog(AppSession &session, QWidget *parent)
    : QDialog(parent), m_session(session), m_model(session), m_title(new QLabel(this)), m_sentence(new QLabel(this)), m_state(new QLabel(this)),
      m_filter(new FilterLine(QStringLiteral("stepRowsFilter"), this)), m_table(plainTable(QStringLiteral("stepRows"), &m_model, RowOrder::OfModel)), m_export(new QPushButton(this)), m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("stepRowsDialog"));
    resize(760, 420);
    m_title->setObjectName(QStringLiteral("stepTitle"));
    m_sentence->setObjectName(QStringLiteral("stepSentence"));
    m_state->setObjectName(QStringLiteral("stepState"));
    m_state->setProperty("quiet", true);
    for (QLabel *label : {m_title, m_sentence, m_state}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_export->setObjectName(QStringLiteral("exportStepRows"));
    m_close->setObjectName(QStringLiteral("closeStepRows"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_export);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, 2 * Theme::space, 2 * Theme::space, 2 * Theme::space);
    for (QLabel *label : {m_title, m_sentence, m_state})
        layout->addWidget(label);
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    keepColumnsByTitles(*m_table);
    sortOnClick(*m_table);
    m_filter->hide();
    connect(m_filter, &QLineEdit::textChanged, &m_model, &FindingRowsModel::setFilter);
    connect(&m_model, &FindingRowsModel::tooMany, this, [this] {
        m_filter->clear();
        m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        m_isTooLong = true;
        showTexts();
    });
    connect(m_export, &QPushButton::clicked, this, &StepRowsDialog::exportRows);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&session, &AppSession::workspaceChanged, this, &QDialog::reject);
    connect(&m_model, &FindingRowsModel::pageRead, this, [this](bool isFirst) {
        if (isFirst)
            fitColumns(*m_table, -1);
        showTexts();
    });
    showTexts();
}

void StepRowsDialog::ask(const StepQuestion &question, const QString &title, const QString &sentence)
{
    m_question = question;
    m_isTooLong = false;
    m_model.clear();
    m_filter->clear(); // typed for the rows before
    setWindowTitle(title);
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_model.setReader([question](Workspace &workspace, qint64 first, int limit, JobContext &job) { return stepRows(workspace, question, first, limit, job); },
                      tr("Reading the rows behind a step"));
    showTexts();
}

void StepRowsDialog::showTexts()
{
    m_export->setText(tr("&Export rows"));
    m_close->setText(tr("&Close"));
    m_table->setAccessibleName(tr("Rows of the log"));
    const bool isFiltered = !m_filter->text().isEmpty();
    m_filter->setVisible(isFiltered || m_model.total() >= FilterLine::longFrom);
    m_export->setEnabled(isFiltered || m_model.total() > 0);
    if (m_model.isReading() && m_model.total() == 0)
        return m_state->setText(tr("Reading rows"));
    const QString count = QLocale().toString(m_model.total());
    if (isFiltered)
        return m_state->setText(tr("Rows that contain this text: %1.").arg(count));
    if (m_isTooLong)
        return m_state->setText(tr("Rows that make up this value: %1, too many to be sorted or filtered here. Export them.").arg(count));
    m_state->setText(m_model.total() == 0 ? tr("No row of the log lies in this step.") : tr("Rows that make up this value: %1.").arg(count));
}

void StepRowsDialog::exportRows()
{
    const QString path = FileDialogs::saveFile(this, tr("Export the rows"), FileDialogs::nameOf(m_title->text()) + QStringLiteral(".csv"), tr("Comma-separated values (*.csv)"));
    if (path.isEmpty() || !m_question)
        return;
    const QString title = tr("Exporting rows of the log");
    m_session.runOnWorkspace<bool>({title, Lane::Read, true},
        [question = *m_question, path](Workspace &workspace, JobContext &job) { return writeStepRows(workspace, question, path, job).map([] { return true; }); }, this,
        [this, path, title](Result<bool> written) {
            if (written)
                m_session.tellSaved(path);
            else
                m_session.report(written.error(), title);
        });
}

void StepRowsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail

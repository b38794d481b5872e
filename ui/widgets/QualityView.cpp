#include "ui/widgets/QualityView.h"

#include "core/report/FindingsReport.h"
#include "ui/asking/FileDialogs.h"
#include "ui/models/ImportWords.h"
#include "ui/models/SortedRows.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/HeadlineNumber.h"
#include "ui/widgets/PlainTable.h"
#include "ui/models/TableHabits.h"
#include "ui/models/TableFilter.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace foretrail {

namespace {

QString day(UtcMs time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).date(), QLocale::ShortFormat);
}

} // namespace

QualityView::QualityView(AppSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_assessing(session.jobs()), m_rows(session), m_ofImport(new QPushButton),
      m_ofWorkspace(new QPushButton), m_export(new QPushButton), m_numbers(new QWidget),
      m_rowCount(new HeadlineNumber(QStringLiteral("qualityRows"))), m_span(new HeadlineNumber(QStringLiteral("qualitySpan"))),
      m_users(new HeadlineNumber(QStringLiteral("qualityUsers"))), m_items(new HeadlineNumber(QStringLiteral("qualityItems"))),
      m_series(new HeadlineNumber(QStringLiteral("qualitySeries"))), m_table(plainTable(QStringLiteral("findingsTable"), &m_findings)),
      m_step(new QLabel), m_go(new QPushButton), m_prepare(new QPushButton), m_rowsTitle(new QLabel),
      m_rowsFilter(new FilterLine(QStringLiteral("findingRowsFilter"))), m_rowsTable(plainTable(QStringLiteral("findingRows"), &m_rows, RowOrder::OfModel)), m_empty(new QLabel), m_stack(new QStackedLayout)
{
    setObjectName(QStringLiteral("qualityView"));
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("qualitySplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeFindings());
    splitter->addWidget(makeRows());
    splitter->setSizes({240, 190});
    m_empty->setObjectName(QStringLiteral("qualityEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(makeTop());
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_empty);
    connectAll();
    retranslate();
}

QWidget *QualityView::makeTop()
{
    m_ofImport->setObjectName(QStringLiteral("qualityOfImport"));
    m_ofWorkspace->setObjectName(QStringLiteral("qualityOfWorkspace"));
    m_export->setObjectName(QStringLiteral("exportFindings"));
    m_export->setIcon(Theme::icon(QStringLiteral("export")));
    auto *group = new QButtonGroup(this);
    auto *numbers = new QHBoxLayout(m_numbers);
    numbers->setContentsMargins(0, 0, 0, 0);
    numbers->setSpacing(3 * Theme::space);
    for (HeadlineNumber *number : {m_rowCount, m_users, m_items, m_series, m_span})
        numbers->addWidget(number);
    numbers->addStretch(1);
    auto *top = new QWidget;
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(Theme::space, 0, 0, 0);
    layout->addWidget(m_numbers, 1);
    for (QPushButton *button : {m_ofImport, m_ofWorkspace}) {
        button->setCheckable(true);
        group->addButton(button);
        layout->addWidget(button, 0, Qt::AlignTop);
    }
    layout->addWidget(m_export, 0, Qt::AlignTop);
    m_ofImport->setChecked(true);
    return top;
}

QWidget *QualityView::makeFindings()
{
    m_table->setIconSize({16, 16});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setMinimumHeight(90);
    return m_table;
}

QWidget *QualityView::makeRows()
{
    keepColumnsByTitles(*m_rowsTable); // others for each finding
    sortOnClick(*m_rowsTable);
    m_rowsFilter->hide();
    m_step->setObjectName(QStringLiteral("findingStep"));
    m_go->setObjectName(QStringLiteral("findingGo"));
    m_prepare->setObjectName(QStringLiteral("findingPrepare"));
    m_rowsTitle->setObjectName(QStringLiteral("findingRowsTitle"));
    for (QLabel *label : {m_step, m_rowsTitle})
        label->setProperty("quiet", true);
    m_step->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Theme::space, Theme::space, 0, 0);
    line->setSpacing(2 * Theme::space);
    line->addWidget(m_rowsTitle, 0, Qt::AlignTop);
    line->addWidget(m_step, 1);
    line->addWidget(m_prepare, 0, Qt::AlignTop);
    line->addWidget(m_go, 0, Qt::AlignTop);
    auto *rows = new QWidget;
    auto *layout = new QVBoxLayout(rows);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    m_rowsTable->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // it scrolls itself; the tab around it need not
    m_rowsTable->setMinimumHeight(80);
    layout->addWidget(m_rowsFilter);
    layout->addWidget(m_rowsTable, 1);
    return rows;
}

void QualityView::connectAll()
{
    connect(m_ofWorkspace, &QPushButton::toggled, this, &QualityView::markStale);
    connect(m_export, &QPushButton::clicked, this, &QualityView::exportFindings);
    connect(m_go, &QPushButton::clicked, this, &QualityView::goToSeries);
    connect(m_prepare, &QPushButton::clicked, this, &QualityView::prepare);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QualityView::showFinding);
    connect(&m_rows, &FindingRowsModel::pageRead, this, [this](bool isFirst) {
        if (isFirst)
            fitColumns(*m_rowsTable, -1);
        m_rowsTitle->setText(tr("Rows: %1").arg(QLocale().toString(m_rows.total())));
        m_rowsFilter->setVisible(m_rows.total() >= FilterLine::longFrom || !m_rowsFilter->text().isEmpty());
    });
    connect(&m_rows, &FindingRowsModel::tooMany, this, [this] {
        m_rowsFilter->clear();
        m_rowsTable->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        m_rowsTitle->setText(tr("Rows: %1, too many to be sorted or filtered here").arg(QLocale().toString(m_rows.total())));
    });
    connect(m_rowsFilter, &QLineEdit::textChanged, &m_rows, &FindingRowsModel::setFilter);
}

bool QualityView::isOfWorkspace() const
{
    return m_ofWorkspace->isChecked();
}

void QualityView::show(const ImportGroup &group)
{
    const bool isOther = group.importIds() != m_imports.importIds();
    m_imports = group;
    if (isOther && !isOfWorkspace())
        markStale();
}

void QualityView::markStale()
{
    m_isStale = true;
    Q_EMIT countChanged();
    if (isVisible())
        read();
}

void QualityView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        read();
}

void QualityView::lookAhead()
{
    if (m_isStale && !isOfWorkspace())
        readNow();
}

void QualityView::focusFindings() { m_table->setFocus(); }

std::optional<int> QualityView::count() const
{
    const bool isKnown = !m_isStale && !m_assessing.isRunning() && m_problem.isEmpty() && !isOfWorkspace() && !m_imports.imports.isEmpty();
    return isKnown ? std::optional<int>(int(m_found.findings.size())) : std::nullopt;
}

void QualityView::read()
{
    if (isVisible())
        readNow();
}

void QualityView::readNow()
{
    if (m_imports.imports.isEmpty() && !isOfWorkspace())
        return;
    m_isStale = false;
    m_found = {};
    m_problem.clear();
    const QList<qint64> imports = isOfWorkspace() ? QList<qint64>() : m_imports.importIds();
    const QString what = isOfWorkspace() ? m_session.workspaceName() : ImportWords::name(m_imports);
    m_session.runLatestOnWorkspace<QualityReport>(m_assessing, {tr("Looking through %1").arg(what), Lane::Read, true},
        [imports](Workspace &workspace, JobContext &job) { return assessQuality(workspace, imports, job); }, this,
        [this](Result<QualityReport> report) {
            if (!report) {
                m_isStale = report.error().isCancelled();
                m_problem = m_isStale ? tr("The search was stopped.") : report.error().message;
                return showFound();
            }
            m_found = std::move(*report);
            showFound();
        });
    showFound();
}

void QualityView::showFound()
{
    m_findings.setFindings(m_found.findings);
    m_rows.clear();
    showNumbers();
    const bool hasFindings = !m_found.findings.isEmpty();
    m_empty->setText(emptyText());
    m_stack->setCurrentIndex(hasFindings ? 0 : 1);
    m_export->setEnabled(hasFindings);
    Q_EMIT countChanged();
    if (!hasFindings)
        return;
    fitColumns(*m_table, int(FindingsModel::Column::Remedy));
    m_table->setColumnWidth(int(FindingsModel::Column::Sentence),
                            std::min(m_table->columnWidth(int(FindingsModel::Column::Sentence)), std::max(200, width() / 2)));
    m_table->selectRow(0);
}

QString QualityView::emptyText() const
{
    if (m_assessing.isRunning())
        return tr("Looking through the rows.");
    if (!m_problem.isEmpty())
        return m_problem;
    return m_imports.isUndone() && !isOfWorkspace() ? tr("This import is taken back: none of its rows count.")
                                               : tr("Nothing odd was found. Every row looks as it should.");
}

void QualityView::showNumbers()
{
    const QLocale locale;
    m_numbers->setVisible(m_found.rows > 0);
    m_rowCount->setTexts(tr("Rows"), locale.toString(m_found.rows), {});
    m_users->setTexts(tr("Users"), locale.toString(m_found.users), {});
    m_items->setTexts(tr("Items"), locale.toString(m_found.items), {});
    m_series->setTexts(tr("Series"), locale.toString(m_found.series), {});
    m_users->setVisible(m_found.users > 0);
    m_items->setVisible(m_found.items > 0);
    m_series->setVisible(m_found.series > 0);
    m_span->setVisible(m_found.first && m_found.last);
    if (m_found.first && m_found.last)
        m_span->setTexts(tr("Days"), locale.toString((*m_found.last - *m_found.first) / 86'400'000 + 1),
                         tr("%1 to %2", "dates").arg(day(*m_found.first), day(*m_found.last)));
}

int QualityView::currentFinding() const { return inModel(m_table->currentIndex()).row(); }

void QualityView::showFinding()
{
    const int row = currentFinding();
    if (row < 0 || row >= m_findings.rowCount())
        return;
    const Finding &finding = m_findings.finding(row);
    m_rowsTitle->setText(tr("Reading rows"));
    m_step->setText(finding.step.isEmpty() ? finding.remedy
                                           : tr("%1 Mended by the preparation step %2.").arg(finding.remedy, FindingsModel::stepText(finding.step)));
    showButtons(finding);
    m_rows.clear();
    m_rowsFilter->clear(); // typed for the rows before
    m_rows.setFinding(finding);
}

void QualityView::showButtons(const Finding &finding)
{
    const bool isUser = finding.subject == FindingSubject::Users;
    m_go->setVisible(!finding.series.isEmpty() && finding.subject != FindingSubject::Ledger);
    m_go->setText(isUser ? tr("Show in Customers") : tr("Show in Forecast"));
    const QString kind = finding.step;
    m_prepare->setVisible(!kind.isEmpty());
    m_prepare->setText(tr("Prepare"));
    m_prepare->setToolTip(tr("Adds the step %1 to the recipe and shows what it does").arg(FindingsModel::stepText(finding.step)));
}

void QualityView::goToSeries()
{
    const Finding &finding = m_findings.finding(currentFinding());
    Selection &selection = m_session.selection();
    if (finding.subject == FindingSubject::Users) {
        selection.setUser(finding.series);
        return Q_EMIT m_session.pageRequested(QStringLiteral("customers"));
    }
    selectSeries(finding);
    Q_EMIT m_session.pageRequested(QStringLiteral("forecast"));
}

/// The series that a finding is about: of many, the one whose row is selected below, else the first, which is the gravest.
QString QualityView::seriesOf(const Finding &finding) const
{
    const bool isListed = finding.subject == FindingSubject::Series || finding.subject == FindingSubject::Items;
    if (!finding.series.isEmpty() || !isListed || m_rows.rowCount() == 0)
        return finding.series;
    return m_rows.index(std::max(m_rowsTable->currentIndex().row(), 0), 0).data().toString(); // rows of both begin with the key
}

/// Of the rows of a log as a whole that is its total.
void QualityView::selectSeries(const Finding &finding)
{
    const bool isImported = finding.subject == FindingSubject::Series;
    const QString key = seriesOf(finding);
    const bool isOfLog = finding.subject == FindingSubject::Events || finding.subject == FindingSubject::Items;
    if (!isOfLog && (!isImported || key.isEmpty()))
        return;
    Selection &selection = m_session.selection();
    SeriesQuery question = selection.question();
    question.by = isImported ? GroupBy::Series : key.isEmpty() ? GroupBy::Total : GroupBy::Item;
    if (isImported)
        question.measure = Measure::Value;
    else if (question.measure == Measure::Value)
        question.measure = m_session.summary().hasAmounts ? Measure::Revenue : Measure::Events;
    selection.setRun({}); // whose series would be shown
    selection.setQuestion(question);
    selection.setSeries(key.isEmpty() ? QStringLiteral("total") : key, key);
}

void QualityView::prepare()
{
    const Finding &finding = m_findings.finding(currentFinding());
    selectSeries(finding);
    m_session.requestStep(finding.step);
}

void QualityView::exportFindings()
{
    const QString base = isOfWorkspace() ? m_session.workspaceName() : QFileInfo(m_imports.imports.value(0).file).baseName();
    const QString path = FileDialogs::saveFile(this, tr("Export findings"), base + QStringLiteral("-findings.csv"), tr("Tables (*.csv)"));
    if (!path.isEmpty())
        m_session.save(tr("Exporting findings"), path, [path, findings = m_found.findings] { return writeFindings(findings, path); });
}

void QualityView::retranslate()
{
    m_ofImport->setText(tr("This import"));
    m_ofWorkspace->setText(tr("Whole workspace"));
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("All findings as a table"));
    m_table->setAccessibleName(tr("Findings"));
    m_rowsTable->setAccessibleName(tr("Rows of the finding"));
    m_empty->setText(emptyText());
    showNumbers();
    showFinding();
}

void QualityView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    markStale(); // its sentences are written in the language of the search
}

} // namespace foretrail

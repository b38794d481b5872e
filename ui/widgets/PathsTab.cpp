#include "ui/widgets/PathsTab.h"

#include "ui/charts/FlowDrawing.h"
#include "ui/charts/MarkChart.h"
#include "ui/models/SortedRows.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PlainTable.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace foretrail {

namespace {

constexpr int usualSteps = 4;

QString pathPercent(qint64 part, qint64 whole) { return whole > 0 ? QLocale().toString(100 * double(part) / double(whole), 'f', 1) : QString(); }

QWidget *underTitle(QLabel *title, QWidget *content)
{
    auto *both = new QWidget;
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(title);
    layout->addWidget(content, 1);
    return both;
}

} // namespace

PathsTab::PathsTab(AppSession &session, QWidget *parent)
    : BehaviourTab(session, QStringLiteral("pathsTab"), parent), m_byLabel(new QLabel), m_by(addCombo(QStringLiteral("pathsBy"), m_byLabel)), m_perLabel(new QLabel),
      m_per(addCombo(QStringLiteral("pathsPer"), m_perLabel)), m_repeatsLabel(new QLabel), m_repeats(addCombo(QStringLiteral("pathsRepeats"), m_repeatsLabel)),
      m_stepsLabel(new QLabel), m_steps(new QSpinBox), m_chart(makeChart(QStringLiteral("pathsChart"))), m_transitionsTitle(new QLabel),
      m_transitions(makeTable(QStringLiteral("transitionsTable"), &m_transitionsModel)), m_pathsTitle(new QLabel),
      m_paths(makeTable(QStringLiteral("wholePathsTable"), &m_pathsModel))
{
    auto *steps = new QWidget;
    auto *row = new QHBoxLayout(steps);
    row->setContentsMargins(0, 0, 0, 0);
    m_steps->setObjectName(QStringLiteral("pathsSteps"));
    m_steps->setRange(2, PathRequest::mostSteps);
    m_steps->setValue(usualSteps);
    m_steps->setKeyboardTracking(false);
    m_stepsLabel->setBuddy(m_steps);
    row->addWidget(m_stepsLabel);
    row->addWidget(m_steps);
    controls()->addWidget(steps);
    auto *tables = new QSplitter(Qt::Horizontal);
    tables->setObjectName(QStringLiteral("pathsTables"));
    tables->setChildrenCollapsible(false);
    tables->addWidget(underTitle(m_transitionsTitle, m_transitions));
    tables->addWidget(underTitle(m_pathsTitle, m_paths));
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("pathsSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_chart);
    splitter->addWidget(tables);
    splitter->setSizes({340, 180});
    body()->addWidget(splitter);
    connect(m_steps, &QSpinBox::valueChanged, this, &PathsTab::askAgain);
    connect(m_chart, &MarkChart::opened, this, [this](int mark) {
        if (m_drawing)
            openUsers(m_drawing->textOf(mark), m_drawing->choiceOf(mark));
    });
    connect(m_transitions, &QTableView::activated, this, [this](const QModelIndex &index) { openTransition(inModel(index).row()); });
    connect(m_paths, &QTableView::activated, this, [this](const QModelIndex &index) { openPath(inModel(index).row()); });
    retranslate();
}

QTableView *PathsTab::makeTable(const QString &name, TextTableModel *model)
{
    QTableView *table = plainTable(name, model);
    table->setMinimumHeight(80);
    return table;
}

void PathsTab::retranslate()
{
    m_byLabel->setText(tr("Steps are &named by"));
    fillCombo(*m_by, {{tr("kind"), QStringLiteral("kind")}, {tr("category"), QStringLiteral("category")}, {tr("item"), QStringLiteral("item")}});
    m_perLabel->setText(tr("&Paths of"));
    fillCombo(*m_per, {{tr("sessions"), QStringLiteral("session")}, {tr("users"), QStringLiteral("user")}});
    m_repeatsLabel->setText(tr("The same a&gain"));
    fillCombo(*m_repeats, {{tr("is one step"), QStringLiteral("join")}, {tr("is a step of its own"), QStringLiteral("keep")}});
    m_stepsLabel->setText(tr("Steps s&hown"));
    m_transitionsTitle->setText(tr("Transitions in these steps (Enter or double click: users)"));
    m_pathsTitle->setText(tr("Whole paths (Enter or double click: users)"));
    m_transitions->setAccessibleName(tr("Most frequent transitions"));
    m_paths->setAccessibleName(tr("Most frequent paths"));
}

QJsonObject PathsTab::choices() const
{
    return {{QStringLiteral("by"), m_by->currentData().toString()}, {QStringLiteral("per"), m_per->currentData().toString()},
            {QStringLiteral("repeats"), m_repeats->currentData().toString()}, {QStringLiteral("steps"), m_steps->value()}};
}

void PathsTab::setChoices(const QJsonObject &choices)
{
    const QSignalBlocker quiet[]{QSignalBlocker(m_by), QSignalBlocker(m_per), QSignalBlocker(m_repeats), QSignalBlocker(m_steps)};
    const auto choose = [&](QComboBox *combo, const char *key) { combo->setCurrentIndex(std::max(0, combo->findData(choices[QLatin1String(key)].toString()))); };
    choose(m_by, "by");
    choose(m_per, "per");
    choose(m_repeats, "repeats");
    m_steps->setValue(choices[QStringLiteral("steps")].toInt(usualSteps));
}

PathRequest PathsTab::request() const
{
    const QString by = m_by->currentData().toString();
    PathRequest request;
    request.by = by == u"item" ? PathBy::Item : by == u"category" ? PathBy::Category : PathBy::Kind;
    request.unit = m_per->currentData().toString() == u"user" ? FlowUnit::User : FlowUnit::Session;
    request.joinsRepeats = m_repeats->currentData().toString() != u"keep";
    request.steps = m_steps->value();
    return request;
}

void PathsTab::ask()
{
    using Shared = std::shared_ptr<const PathResult>;
    start<Shared>(tr("Following paths"), [request = request()](const BehaviourLog &log, Workspace &workspace, JobContext &job) -> Result<Shared> {
        Result<PathResult> result = paths(*log.log, request, log.set(), job);
        if (!result)
            return fail(result.error());
        if (const Result<void> named = namePaths(workspace, *result); !named)
            return fail(named.error());
        return Shared(std::make_shared<const PathResult>(std::move(*result)));
    }, [this](const Shared &result) { show(result); });
}

QString PathsTab::sentenceOf(const PathResult &result) const
{
    if (result.wholePaths.empty())
        return tr("No paths: nobody did anything that has a name.");
    const WholePath &first = result.wholePaths.front();
    const QString share = pathPercent(first.count, result.units);
    const auto count = int(result.units);
    return result.request.unit == FlowUnit::User ? tr("Most frequent path: %1 (%2 % of %Ln user(s)).", nullptr, count).arg(result.pathText(first), share)
                                                 : tr("Most frequent path: %1 (%2 % of %Ln session(s)).", nullptr, count).arg(result.pathText(first), share);
}

void PathsTab::show(const std::shared_ptr<const PathResult> &result)
{
    m_result = result;
    const QString sentence = sentenceOf(*result);
    m_drawing = std::make_shared<const FlowDrawing>(*result, sentence);
    m_chart->setDrawing(m_drawing);
    QList<QStringList> transitions{{tr("From"), tr("To"), tr("Times"), tr("% of those")}};
    qint64 left = 0;
    for (const PathLink &link : result->transitions) {
        left = 0;
        for (const PathLink &other : result->transitions)
            left += other.from == link.from ? other.count : 0;
        transitions << QStringList{result->labelText(link.from), result->labelText(link.to), QString::number(link.count), pathPercent(link.count, left)};
    }
    m_transitionsModel.setTable(transitions);
    QList<QStringList> ways{{tr("Path"), tr("Times"), tr("% of all")}};
    for (const WholePath &path : result->wholePaths)
        ways << QStringList{result->pathText(path), QString::number(path.count), pathPercent(path.count, result->units)};
    m_pathsModel.setTable(ways);
    fitColumns(*m_transitions, 0);
    fitColumns(*m_paths, 0);
    tell(sentence, pathNotes(*result));
}

void PathsTab::openUsers(const QString &title, const PathChoice &choice)
{
    Q_EMIT usersWanted(tr("Users: %1").arg(title), QStringLiteral("path-users.csv"),
                       [log = log(), result = m_result, choice](JobContext &job) { return pathUsers(*log.log, *result, log.set(), choice, job); });
}

void PathsTab::openTransition(int row)
{
    if (!m_result || row < 0 || row >= int(m_result->transitions.size()))
        return;
    const PathLink &link = m_result->transitions[size_t(row)];
    PathChoice choice;
    choice.from = link.from;
    choice.to = link.to;
    openUsers(QString::fromUtf8("%1 → %2").arg(m_result->labelText(link.from), m_result->labelText(link.to)), choice);
}

void PathsTab::openPath(int row)
{
    if (!m_result || row < 0 || row >= int(m_result->wholePaths.size()))
        return;
    PathChoice choice;
    choice.whole = m_result->wholePaths[size_t(row)].labels;
    openUsers(m_result->pathText(m_result->wholePaths[size_t(row)]), choice);
}

FlowTable PathsTab::wholePaths(GroupFloor floor) const { return m_result ? wholePathTable(*m_result, floor) : FlowTable(); }

FlowTable PathsTab::table(GroupFloor floor) const { return m_result ? transitionTable(*m_result, floor) : FlowTable(); }

} // namespace foretrail

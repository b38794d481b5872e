#include "ui/widgets/AudienceView.h"

#include "ui/charts/LineChart.h"
#include "ui/charts/RecommendCharts.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/NamesCompleter.h"
#include "ui/widgets/PlainTable.h"
#include "ui/widgets/RecommendInspector.h"
#include "ui/models/TableFilter.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <QTimer>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int chartHeight = 190;

/// A field and its title, which stay together where a line ends.
QWidget *titled(QLabel *title, QWidget *field)
{
    auto *pair = new QWidget;
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space);
    row->addWidget(title);
    row->addWidget(field);
    title->setBuddy(field);
    return pair;
}

/// What stands in front of the key in "Blue vase (85123A)"; empty where only a key is offered.
QString nameOf(const QString &offer)
{
    return offer.endsWith(QLatin1Char(')')) ? offer.left(std::max<qsizetype>(0, offer.lastIndexOf(QStringLiteral(" (")))) : QString();
}

/// Of "Blue vase (85123A)" as it is offered, or of "Blue vase" where one item alone is called so; what a person wrote may be the key alone.
QString keyIn(const QString &text, const QStringList &offered)
{
    const QString written = text.trimmed();
    QStringList meant = offered.filter(written, Qt::CaseInsensitive);
    if (offered.contains(written))
        meant = {written};
    else
        meant.removeIf([&written](const QString &offer) { return nameOf(offer).compare(written, Qt::CaseInsensitive) != 0; });
    if (meant.size() != 1 || nameOf(meant.front()).isEmpty())
        return written;
    return meant.front().sliced(nameOf(meant.front()).size() + 2).chopped(1);
}

} // namespace

AudienceView::AudienceView(QWidget *parent)
    : QWidget(parent), m_what(new QComboBox), m_name(new QLineEdit), m_response(new QComboBox), m_top(new QSpinBox), m_days(new QSpinBox),
      m_leaveOut(new QComboBox), m_ask(new QPushButton), m_go(new QPushButton), m_sentence(new QLabel), m_note(new QLabel), m_topTitle(new QLabel),
      m_daysTitle(new QLabel), m_leaveTitle(new QLabel), m_table(plainTable(QStringLiteral("audienceTable"), &m_model)), m_chart(new LineChart),
      m_empty(new EmptyState), m_stack(new QStackedWidget)
{
    const std::pair<QWidget *, const char *> named[] = {{m_what, "audienceWhat"}, {m_name, "audienceName"}, {m_response, "audienceResponse"},
                                                        {m_top, "audienceTop"}, {m_days, "audienceDays"}, {m_leaveOut, "audienceLeaveOut"},
                                                        {m_ask, "audienceAsk"}, {m_go, "audienceGo"}, {m_sentence, "audienceSentence"}, {m_note, "audienceNote"},
                                                        {m_chart, "audienceChart"}, {m_empty, "audienceNothing"}};
    for (const auto &[widget, name] : named)
        widget->setObjectName(QLatin1String(name));
    m_sentence->setWordWrap(true);
    m_note->setWordWrap(true);
    m_note->setProperty("quiet", true);
    m_top->setRange(1, 1'000'000);
    m_top->setValue(100);
    m_days->setRange(0, 365);
    auto *findings = new QWidget;
    auto *parts = new QVBoxLayout(findings);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(Theme::space);
    parts->addWidget(new TableFilter(*m_table));
    parts->addWidget(m_table, 1);
    parts->addWidget(m_go, 0, Qt::AlignLeft);
    m_chart->setFixedHeight(chartHeight);
    parts->addWidget(m_chart);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(findings);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space, Theme::space, Theme::space, Theme::space);
    column->setSpacing(Theme::space);
    column->addWidget(makeQuestion());
    column->addWidget(m_sentence);
    column->addWidget(m_note);
    column->addWidget(m_stack, 1);
    connect(m_ask, &QPushButton::clicked, this, [this] { m_running.isEmpty() ? Q_EMIT asked() : Q_EMIT stopped(); });
    connect(m_name, &QLineEdit::returnPressed, this, [this] {
        if (m_running.isEmpty())
            Q_EMIT asked();
    });
    connect(m_what, &QComboBox::currentIndexChanged, this, [this] {
        m_name->clear();
        setNames({m_items, m_categories, {}, false});
    });
    connect(m_go, &QPushButton::clicked, this, &AudienceView::goToUser);
    connect(m_table, &QTableView::activated, this, &AudienceView::goToUser);
    connect(m_chart, &LineChart::exportRequested, this, [this](const QString &format) { Q_EMIT exportRequested(m_chart->content(), format); });
    showTexts();
}

QWidget *AudienceView::makeQuestion()
{
    auto *question = new QWidget;
    auto *flow = new FlowLayout(question);
    m_name->setMinimumWidth(220);
    m_ask->setProperty("primary", true);
    for (QWidget *widget : {static_cast<QWidget *>(m_what), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_response), titled(m_topTitle, m_top),
                            titled(m_daysTitle, m_days), titled(m_leaveTitle, m_leaveOut), static_cast<QWidget *>(m_ask)})
        flow->addWidget(widget);
    return question;
}

AudienceRequest AudienceView::request() const
{
    AudienceRequest request;
    const bool isItem = m_what->currentIndex() <= 0;
    (isItem ? request.item : request.category) = keyIn(m_name->text(), isItem ? m_items : QStringList());
    request.response = m_response->currentIndex() == 1 ? Response::Purchase : Response::Any;
    request.top = m_top->value();
    request.horizonDays = m_days->value();
    request.leaveOut = LeaveOut(std::max(0, m_leaveOut->currentIndex()));
    return request;
}

void AudienceView::setNames(const ShopNames &names)
{
    m_items = names.items;
    m_categories = names.categories;
    auto *completer = new QCompleter(m_what->currentIndex() <= 0 ? m_items : m_categories, m_name);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->popup()->setObjectName(QStringLiteral("completions")); // a window of its own, which needs a ground
    completer->popup()->setTextElideMode(Qt::ElideMiddle); // the key at the end tells items of one name apart
    m_name->setCompleter(completer);
}

void AudienceView::ask(const QString &itemKey)
{
    m_what->setCurrentIndex(0);
    m_name->setText(itemKey);
    Q_EMIT asked();
}

void AudienceView::setRunning(const QString &what)
{
    m_running = what;
    m_problem.clear(); // of a question before this one
    showFindings();
    if (what.isEmpty())
        return;
    constexpr int pressMs = 400; // who asked by Return may be about to press the button that now stops
    m_ask->setEnabled(false);
    QTimer::singleShot(pressMs, m_ask, [this] { m_ask->setEnabled(true); });
}

void AudienceView::setAudience(const Audience &audience)
{
    m_problem.clear();
    m_model.setAudience(audience);
    showFindings();
    fitColumns(*m_table, int(AudienceModel::Column::User));
    m_table->setCurrentIndex(m_table->model()->index(0, 0));
}

void AudienceView::setProblem(const QString &problem)
{
    m_problem = problem;
    m_model.setAudience({});
    showFindings();
}

void AudienceView::forget()
{
    m_name->clear();
    setProblem({});
}

void AudienceView::goToUser()
{
    if (const QModelIndex current = m_table->currentIndex(); current.isValid())
        Q_EMIT userChosen(current.data(AudienceModel::KeyRole).toString());
}

void AudienceView::showFindings()
{
    const Audience &audience = m_model.audience();
    const bool hasFindings = !audience.users.isEmpty();
    m_ask->setText(m_running.isEmpty() ? tr("Show users") : tr("Stop"));
    m_ask->setProperty("primary", m_running.isEmpty());
    m_sentence->setText(hasFindings ? audience.sentence() : QString());
    m_sentence->setVisible(hasFindings);
    m_note->setText(hasFindings && audience.isCalibrated ? audience.note : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    m_chart->setEmptyText(tr("No rates can be told."));
    m_chart->setContent(responseChart(audience));
    m_empty->setText(!m_running.isEmpty() ? m_running
                     : !m_problem.isEmpty() ? m_problem
                                            : tr("Name an item or a category: the users that it suits best come first, with the response that may be expected."));
    m_stack->setCurrentIndex(hasFindings && m_running.isEmpty() ? 1 : 0);
}

void AudienceView::showTexts()
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_what), QSignalBlocker(m_response), QSignalBlocker(m_leaveOut)};
    const auto refill = [](QComboBox *box, const QStringList &texts) {
        const int index = std::max(0, box->currentIndex());
        box->clear();
        box->addItems(texts);
        box->setCurrentIndex(index);
    };
    refill(m_what, {tr("Item"), tr("Category")});
    refill(m_response, {tr("any event counts"), tr("purchases count")});
    refill(m_leaveOut, {tr("nobody"), tr("who bought it"), tr("who saw it")});
    m_what->setAccessibleName(tr("What is to be shown"));
    m_name->setAccessibleName(tr("Name or key"));
    m_name->setPlaceholderText(tr("Name or key"));
    m_response->setAccessibleName(tr("What counts as a response"));
    m_topTitle->setText(tr("Users"));
    m_top->setAccessibleName(tr("Users on the list"));
    m_daysTitle->setText(tr("Days to respond"));
    m_days->setAccessibleName(tr("Days to respond"));
    m_days->setSpecialValueText(tr("usual"));
    m_days->setToolTip(tr("The same number of days at the end of the data tests it. Usual: 30, at most a fifth of the data"));
    m_leaveTitle->setText(tr("Users left out"));
    m_leaveOut->setAccessibleName(tr("Users that are left out"));
    m_go->setText(tr("What comes next for this user"));
    m_table->setAccessibleName(tr("Users by score"));
    showFindings();
}

void AudienceView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail

#include "ui/widgets/QueuePanel.h"

#include "core/jobs/CoreBudget.h"
#include "ui/asking/Confirm.h"
#include "ui/settings/Settings.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int mostRowsShown = 4;
constexpr int settleMs = 50; ///< a training that runs at once does not flash up as one that waits

} // namespace

QueuePanel::QueuePanel(JobRunner &runner, Settings &settings, QWidget *parent)
    : QWidget(parent), m_runner(runner), m_settings(settings), m_model(runner, Lane::Train), m_title(new QLabel(this)),
      m_atATimeTitle(new QLabel(this)), m_atATime(new QComboBox(this)), m_leavesCore(new QCheckBox(this)), m_slowly(new QCheckBox(this)), m_list(new QListView(this)),
      m_up(addButton(QStringLiteral("queueUp"), QStringLiteral("up"), &QueuePanel::up)),
      m_down(addButton(QStringLiteral("queueDown"), QStringLiteral("down"), &QueuePanel::down)),
      m_stop(addButton(QStringLiteral("queueStop"), QStringLiteral("close"), &QueuePanel::stop)),
      m_empty(addButton(QStringLiteral("queueEmpty"), QStringLiteral("remove"), &QueuePanel::askToEmpty)), m_few(new QLabel(this))
{
    setObjectName(QStringLiteral("queuePanel"));
    m_title->setObjectName(QStringLiteral("queueTitle"));
    m_atATime->setObjectName(QStringLiteral("trainingsAtATime"));
    m_leavesCore->setObjectName(QStringLiteral("leaveCoreFree"));
    m_slowly->setObjectName(QStringLiteral("trainSlowly"));
    m_few->setObjectName(QStringLiteral("fewCores"));
    m_few->setProperty("quiet", true);
    m_few->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("trainingQueue"));
    m_list->setModel(&m_model);
    m_list->setFont(Theme::tableFont());
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(2);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    for (int trainings = 1; trainings <= Settings::mostTrainingsAtATime; ++trainings)
        m_atATime->addItem(QLocale().toString(trainings), trainings);
    m_atATime->setCurrentIndex(settings.trainingsAtATime() - 1);
    m_leavesCore->setChecked(settings.leavesCoreFree());
    m_atATimeTitle->setBuddy(m_atATime);
    m_later.setSingleShot(true);
    m_later.setInterval(settleMs);
    arrange();
    m_list->installEventFilter(this);
    connectAll();
    retranslate();
    showQueue();
}

QToolButton *QueuePanel::addButton(const QString &name, const QString &icon, void (QueuePanel::*clicked)())
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(Theme::icon(icon));
    button->setAutoRaise(true);
    connect(button, &QToolButton::clicked, this, clicked);
    return button;
}

void QueuePanel::arrange()
{
    auto *top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(m_title, 1);
    for (QToolButton *button : {m_up, m_down, m_stop, m_empty})
        top->addWidget(button);
    auto *places = new FlowLayout; // one below the other where the type is large
    places->setSpacing(Theme::space);
    places->addWidget(m_atATimeTitle);
    places->addStretch();
    places->addWidget(m_atATime);
    auto *queue = new QVBoxLayout;
    queue->setContentsMargins(0, 0, Theme::space, 0);
    queue->setSpacing(4);
    queue->addLayout(top);
    queue->addWidget(m_list);
    queue->addLayout(places);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space, 0, 0, Theme::space); // words need no margin where they end
    layout->setSpacing(4);
    layout->addLayout(queue);
    layout->addWidget(m_leavesCore);
    layout->addWidget(m_slowly);
    layout->addWidget(m_few);
}

void QueuePanel::connectAll()
{
    for (auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, changed, this, [this] { m_later.start(); });
    connect(&m_later, &QTimer::timeout, this, &QueuePanel::showQueue);
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &QueuePanel::showState);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QueuePanel::showState);
    connect(m_atATime, &QComboBox::currentIndexChanged, this, [this] { m_settings.setTrainingsAtATime(m_atATime->currentData().toInt()); });
    connect(m_leavesCore, &QCheckBox::toggled, &m_settings, &Settings::setLeavesCoreFree);
    connect(m_slowly, &QCheckBox::toggled, this, &QueuePanel::slowlyChanged);
    connect(&m_settings, &Settings::trainingQueueChanged, this, &QueuePanel::showState);
}

void QueuePanel::setSlowly(bool isSlow) { m_slowly->setChecked(isSlow); }

bool QueuePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Delete)
        stop();
    else if (key->modifiers() == Qt::AltModifier && key->key() == Qt::Key_Up)
        up();
    else if (key->modifiers() == Qt::AltModifier && key->key() == Qt::Key_Down)
        down();
    else
        return false;
    return true;
}

int QueuePanel::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? index.row() : -1;
}

void QueuePanel::moveBy(int rows)
{
    const int row = current();
    if (row >= 0 && m_model.move(row, row + rows))
        m_list->scrollTo(m_list->currentIndex());
}

void QueuePanel::stop()
{
    if (const int row = current(); row >= 0)
        m_runner.cancel(m_model.job(row));
}

void QueuePanel::askToEmpty()
{
    const QString question = tr("Take all %n trainings that wait out of the queue? None of them has begun; those that run go on.", nullptr, m_model.rowCount());
    Confirm::ask(this, {tr("Empty the queue"), question, tr("Empty the queue")}, [this] { empty(); });
}

void QueuePanel::empty()
{
    QList<JobId> waiting;
    for (int row = 0; row < m_model.rowCount(); ++row)
        waiting.append(m_model.job(row));
    for (const JobId job : std::as_const(waiting))
        m_runner.cancel(job);
}

void QueuePanel::showQueue()
{
    const int count = m_model.rowCount();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_list, m_up, m_down, m_stop})
        widget->setVisible(count > 0);
    m_empty->setVisible(count > 1);
    const int rowHeight = std::max(m_list->sizeHintForRow(0), m_list->fontMetrics().height()) + 2 * m_list->spacing();
    m_list->setFixedHeight(std::min(count, mostRowsShown) * rowHeight + 2 * m_list->frameWidth() + 2 * m_list->spacing());
    m_title->setText(tr("Waiting: %1", "number of trainings").arg(QLocale().toString(count)));
    showState();
}

void QueuePanel::showState()
{
    const int row = current();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_model.rowCount());
    m_stop->setEnabled(row >= 0);
    const int cores = machineCores(), asked = m_settings.trainingsAtATime();
    const CoreBudget budget = coreBudget(cores, asked, m_settings.leavesCoreFree());
    const QLocale locale;
    const QString share = tr("%1 cores; trainings at a time: %2, threads of each: at most %3. The numbers do not depend on it.")
                              .arg(locale.toString(cores), locale.toString(budget.trainings), locale.toString(budget.workers));
    m_leavesCore->setToolTip(share);
    m_atATime->setToolTip(share);
    m_few->setText(tr("Too few cores for %1 at a time.").arg(locale.toString(asked)));
    m_few->setVisible(budget.trainings < asked);
}

void QueuePanel::retranslate()
{
    m_atATimeTitle->setText(tr("Trainings at a &time"));
    m_leavesCore->setText(tr("Leave a core free"));
    m_slowly->setText(tr("Slowly, to watch"));
    m_slowly->setToolTip(tr("At most four epochs a second, so that people can follow and steer; the numbers do not depend on it"));
    m_list->setAccessibleName(tr("Trainings that wait"));
    m_list->setToolTip(tr("Drag a training, or press Alt+Up or Alt+Down, to change when it runs; Delete takes it out"));
    const std::pair<QToolButton *, QString> texts[] = {{m_up, tr("Run earlier (Alt+Up)")}, {m_down, tr("Run later (Alt+Down)")},
                                                       {m_stop, tr("Take out of the queue (Delete)")}, {m_empty, tr("Empty the queue")}};
    for (const auto &[button, text] : texts) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    showQueue();
}

void QueuePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail

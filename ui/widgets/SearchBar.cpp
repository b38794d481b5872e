#include "ui/widgets/SearchBar.h"

#include "ui/Searches.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace foretrail {

SearchBar::SearchBar(Searches &searches, QWidget *parent)
    : QWidget(parent), m_searches(searches), m_words(new QLabel(this)), m_use(addButton(QStringLiteral("searchUseBest"))),
      m_pause(addButton(QStringLiteral("searchPause"))), m_stop(addButton(QStringLiteral("searchStop"))),
      m_goOn(addButton(QStringLiteral("searchGoOn"))), m_hide(addButton(QStringLiteral("searchHide")))
{
    setObjectName(QStringLiteral("searchBar"));
    m_words->setObjectName(QStringLiteral("searchWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space, Theme::space, Theme::space, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_words, 1);
    for (QPushButton *button : {m_use, m_pause, m_stop, m_goOn, m_hide})
        layout->addWidget(button);
    connectAll();
    showState();
}

QPushButton *SearchBar::addButton(const QString &name)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    return button;
}

void SearchBar::connectAll()
{
    connect(&m_searches, &Searches::changed, this, &SearchBar::showState);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const SearchTrial *best = m_searches.report().best()) {
            TrainingSpec spec = best->spec;
            spec.model.epochs = m_searches.report().plan.start.model.epochs; // a trial of a short round learnt for fewer
            Q_EMIT useBest(spec);
        }
    });
    connect(m_pause, &QPushButton::clicked, this, [this] { m_searches.isPaused() ? m_searches.goOn() : m_searches.pause(); });
    connect(m_stop, &QPushButton::clicked, this, [this] { m_searches.stop(); });
    connect(m_goOn, &QPushButton::clicked, this, [this] { m_searches.start(SearchPlan(m_searches.report().plan)); });
    connect(m_hide, &QPushButton::clicked, this, [this] { m_searches.forget(); });
}

void SearchBar::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    showState();
}

QString SearchBar::words() const
{
    const SearchReport &report = m_searches.report();
    const QString name = report.plan.name;
    const int done = int(report.trials.size());
    if (report.isComplete && !m_searches.isRunning())
        return tr("%1: %2", "name of a search, what it found").arg(name, report.sentence());
    const QString state = !m_searches.isRunning() ? tr("%1 was stopped after %n trainings.", "name of a search", done).arg(name)
                        : m_searches.isPaused()   ? tr("%1 waits after %n trainings.", "name of a search", done).arg(name)
                                                  : tr("%1: %n trainings done.", "name of a search", done).arg(name);
    return report.best() && report.trials.size() > 1 ? state + QLatin1Char(' ') + report.sentence() : state; // of the start alone there is nothing to say
}

void SearchBar::showState()
{
    const bool isRunning = m_searches.isRunning();
    setVisible(m_searches.isTold());
    m_words->setText(words());
    m_use->setText(tr("Use the best settings"));
    m_use->setToolTip(tr("Puts the settings of the best trial into the fields at the right"));
    m_pause->setText(m_searches.isPaused() ? tr("Resume") : tr("Pause"));
    m_stop->setText(tr("Stop"));
    m_goOn->setText(tr("Go on"));
    m_goOn->setToolTip(tr("Trains the trials that are missing; those that are stored stay"));
    m_hide->setText(tr("Hide"));
    m_hide->setToolTip(tr("Puts this line away; its runs stay"));
    m_use->setVisible(m_searches.report().best() != nullptr);
    m_pause->setVisible(isRunning);
    m_stop->setVisible(isRunning);
    m_goOn->setVisible(!isRunning && !m_searches.report().isComplete);
    m_goOn->setEnabled(!m_isReadOnly);
    m_hide->setVisible(!isRunning);
}

void SearchBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showState();
}

} // namespace foretrail

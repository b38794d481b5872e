#include "ui/widgets/UnfinishedList.h"

#include "ui/asking/Confirm.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace foretrail {

UnfinishedList::UnfinishedList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("unfinishedList"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    hide();
}

void UnfinishedList::setTrainings(const QList<UnfinishedTraining> &trainings, bool isReadOnly)
{
    m_trainings = trainings;
    m_isReadOnly = isReadOnly;
    fill();
}

void UnfinishedList::fill()
{
    constexpr qsizetype mostShown = 3;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const UnfinishedTraining &training : m_trainings.first(std::min(mostShown, m_trainings.size())))
        m_layout->addWidget(makeRow(training));
    if (const qsizetype rest = m_trainings.size() - mostShown; rest > 0) {
        auto *more = new QLabel(tr("%n more stopped; they come up here as these are resumed or discarded.", nullptr, int(rest)), this);
        more->setObjectName(QStringLiteral("unfinishedRest"));
        more->setProperty("quiet", true);
        m_layout->addWidget(more);
    }
    setVisible(!m_trainings.isEmpty());
}

QWidget *UnfinishedList::makeRow(const UnfinishedTraining &training)
{
    const QLocale locale;
    auto *row = new QWidget(this);
    auto *words = new QLabel(tr("%1 stopped after epoch %2, %3.", "name of a training, number, date and time")
                                 .arg(training.name, locale.toString(training.epoch()),
                                      locale.toString(training.changed.toLocalTime(), QLocale::ShortFormat)), row);
    words->setObjectName(QStringLiteral("unfinishedWords"));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto *resume = new QPushButton(tr("Resume"), row);
    resume->setObjectName(QStringLiteral("resumeTraining"));
    resume->setAccessibleName(tr("Resume %1").arg(training.name));
    auto *discard = new QPushButton(tr("Discard"), row);
    discard->setObjectName(QStringLiteral("discardTraining"));
    discard->setAccessibleName(tr("Discard %1").arg(training.name));
    for (QPushButton *button : {resume, discard})
        button->setEnabled(!m_isReadOnly);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(words, 1);
    layout->addWidget(resume);
    layout->addWidget(discard);
    connect(resume, &QPushButton::clicked, this, [this, training] { Q_EMIT resumed(training); });
    connect(discard, &QPushButton::clicked, this, [this, training] {
        Confirm::ask(this, {tr("Discard a training"), tr("Discard %1? What it has learnt so far is lost; the data and stored runs stay.").arg(training.name),
                            tr("Discard")}, [this, training] { Q_EMIT discarded(training); });
    });
    return row;
}

void UnfinishedList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace foretrail

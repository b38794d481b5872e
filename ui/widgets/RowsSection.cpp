#include "ui/widgets/RowsSection.h"

#include "ui/models/ImportWords.h"
#include "ui/widgets/KindMeanings.h"

#include <QComboBox>
#include <QLabel>

namespace foretrail {

RowsSection::RowsSection(QWidget *parent)
    : ImportSection(QStringLiteral("rowsSection"), true, parent), m_kindTitle(new QLabel(this)),
      m_kind(addCombo(m_kindTitle, QStringLiteral("importKind"))), m_layoutTitle(new QLabel(this)),
      m_layout(addCombo(m_layoutTitle, QStringLiteral("seriesLayout"))), m_stepTitle(new QLabel(this)),
      m_step(addCombo(m_stepTitle, QStringLiteral("seriesStep"))), m_meaningsTitle(new QLabel(this)), m_meanings(new KindMeanings(this))
{
    addWidget(m_meaningsTitle);
    addWidget(m_meanings);
    connect(m_meanings, &KindMeanings::changed, this, &ImportSection::changed);
    finish();
}

void RowsSection::fill(const ImportPreview &preview)
{
    const ImportPlan &plan = preview.plan;
    Combo::choose(m_kind, int(plan.kind), {});
    Combo::choose(m_layout, int(plan.layout), {});
    Combo::choose(m_step, int(plan.step), {});
    m_meanings->setWords(preview.kindWords, plan.kindMeanings);
    const bool isSeries = plan.kind == SourceKind::Series;
    const bool hasWords = !preview.kindWords.isEmpty() && plan.columnOf(Role::Kind) >= 0;
    setShown(isSeries, {m_layoutTitle, m_layout, m_stepTitle, m_step});
    setShown(hasWords, {m_meaningsTitle, m_meanings});
}

void RowsSection::apply(ImportPlan &plan) const
{
    plan.setKind(SourceKind(m_kind->currentData().toInt()));
    plan.setLayout(SeriesLayout(m_layout->currentData().toInt()));
    plan.step = Step(m_step->currentData().toInt());
    m_meanings->apply(plan.kindMeanings);
}

QString RowsSection::summary() const
{
    return m_kind->currentText();
}

void RowsSection::retranslate()
{
    setTitle(tr("Rows"));
    QList<Combo::Item> kinds;
    for (const SourceKind kind : {SourceKind::Sales, SourceKind::Events, SourceKind::Series, SourceKind::Attributes})
        kinds.append({ImportWords::kindText(kind), int(kind)});
    Combo::refill(m_kind, kinds);
    Combo::refill(m_layout, {{tr("One row a value"), int(SeriesLayout::Long)}, {tr("One row a series"), int(SeriesLayout::Wide)}});
    Combo::refill(m_step, {{tr("From the dates, else an index"), int(Step::None)}, {tr("Hour"), int(Step::Hour)}, {tr("Day"), int(Step::Day)},
                           {tr("Week"), int(Step::Week)}, {tr("Month"), int(Step::Month)}, {tr("Quarter"), int(Step::Quarter)},
                           {tr("Year"), int(Step::Year)}});
    m_kindTitle->setText(tr("&Kind"));
    m_kind->setToolTip(tr("Sales lines have a price or an amount; events are clicks, carts or purchases; series are ready to forecast; "
                          "attributes say more of users, items or series"));
    m_layoutTitle->setText(tr("&Layout"));
    m_stepTitle->setText(tr("&Step"));
    m_meaningsTitle->setText(tr("What the words of the kind column mean"));
    m_meaningsTitle->setWordWrap(true);
}

} // namespace foretrail

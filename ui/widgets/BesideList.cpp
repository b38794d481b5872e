#include "ui/widgets/BesideList.h"

#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr int besideRowsShown = 6;
constexpr int modelRole = Qt::UserRole, runRole = Qt::UserRole + 1, nameRole = Qt::UserRole + 2, tipRole = Qt::UserRole + 3;

/// Those that are done in moments, the automatic one first.
QList<ModelInfo> quickModels()
{
    QList<ModelInfo> models = modelRegistry().models();
    models.removeIf([](const ModelInfo &info) { return info.isNeural || info.learnsFromPanel; });
    std::stable_sort(models.begin(), models.end(), [](const ModelInfo &a, const ModelInfo &) { return a.name == QLatin1String("auto"); });
    return models;
}

BesideChoice choiceOf(const QListWidgetItem &item)
{
    return {item.data(modelRole).toString(), RunId{item.data(runRole).toLongLong()}};
}

} // namespace

BesideList::BesideList(QWidget *parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("besideList"));
    setFont(Theme::tableFont());
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    fill();
    connect(this, &QListWidget::itemChanged, this, &BesideList::changed);
}

QList<BesideChoice> BesideList::checked() const
{
    QList<BesideChoice> choices;
    for (int row = 0; row < count(); ++row)
        if (item(row)->checkState() == Qt::Checked)
            choices += choiceOf(*item(row));
    return choices;
}

QString BesideList::noteOf(const BesideChoice &choice) const
{
    for (const BesideForecast &result : m_results) {
        if (!(result.choice == choice))
            continue;
        if (!result.problem.isEmpty())
            return tr("none");
        if (std::isnan(result.mae))
            return tr("other test part");
        const QString error = tr("MAE %1").arg(std::abs(result.mae) < 1e9 ? plainNumber(result.mae) : shortNumber(result.mae));
        return m_closest.contains(choice) ? tr("%1, closest").arg(error) : error;
    }
    return {};
}

void BesideList::addItemFor(const BesideChoice &choice, const QString &name, const QString &tip, const QList<BesideChoice> &chosen)
{
    auto *item = new QListWidgetItem(name, this);
    item->setData(modelRole, choice.model);
    item->setData(runRole, choice.run.value);
    item->setData(nameRole, name);
    item->setData(tipRole, tip);
    item->setToolTip(tip);
    item->setSizeHint({0, fontMetrics().height() + 8});
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(chosen.contains(choice) ? Qt::Checked : Qt::Unchecked);
}

void BesideList::fill()
{
    const QSignalBlocker blocker(this);
    const QList<BesideChoice> chosen = checked();
    const BesideChoice current = currentItem() ? choiceOf(*currentItem()) : BesideChoice();
    clear();
    for (const ModelInfo &info : quickModels())
        if (info.name != m_shownModel)
            addItemFor({info.name, {}}, info.name, tr("%1: %2", "title of a model: its explanation").arg(info.title, info.explanation), chosen);
    for (const RunSummary &run : m_runs)
        addItemFor({{}, run.id}, run.name, tr("Stored run of %1: its forecast as it was then").arg(dateText(run.created.toMSecsSinceEpoch())), chosen);
    for (int row = 0; row < count(); ++row)
        if (choiceOf(*item(row)) == current)
            setCurrentRow(row);
    if (currentRow() < 0)
        setCurrentRow(0);
    setAccessibleName(tr("Forecasts beside it"));
    setResults(m_results, m_closest);
}

void BesideList::setRuns(const QList<RunSummary> &runs)
{
    m_runs = runs;
    fill();
}

void BesideList::setShownModel(const QString &model)
{
    if (model == m_shownModel)
        return;
    m_shownModel = model;
    fill();
}

void BesideList::setResults(const QList<BesideForecast> &results, const QList<BesideChoice> &closest)
{
    const QSignalBlocker blocker(this);
    m_results = results;
    m_closest = closest;
    for (int row = 0; row < count(); ++row) {
        QListWidgetItem *one = item(row);
        const bool isChosen = one->checkState() == Qt::Checked;
        const QString name = one->data(nameRole).toString(), note = isChosen ? noteOf(choiceOf(*one)) : QString();
        one->setText(note.isEmpty() ? name : tr("%1 · %2", "name of a forecast, its error").arg(name, note));
        const auto result = std::find_if(results.begin(), results.end(), [one](const BesideForecast &each) { return each.choice == choiceOf(*one); });
        one->setToolTip(isChosen && result != results.end() && !result->problem.isEmpty() ? result->problem : one->data(tipRole).toString());
    }
}

QSize BesideList::sizeHint() const
{
    return {200, besideRowsShown * std::max(20, sizeHintForRow(0)) + 2 * frameWidth()};
}

void BesideList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace foretrail

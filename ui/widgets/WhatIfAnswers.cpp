#include "ui/charts/LineChart.h"
#include "ui/charts/PointDragger.h"
#include "ui/charts/Ticks.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/WhatIfTab.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>

#include <algorithm>

namespace foretrail {

namespace {

constexpr qint64 shownBefore = 56; ///< observations before the forecast

} // namespace

Result<WhatIfTab::Answer> WhatIfTab::answer(Workspace &workspace, std::shared_ptr<const ModelData> data, const ShownForecast &shown, const QList<Scenario> &scenarios,
                                            JobContext &job)
{
    const FittedForecast fitted = FittedForecast::of(shown.outcome, shown.spec);
    Answer answer{std::move(data), nullptr, {}, {}};
    if (!answer.data) {
        Result<ModelData> read = ModelData::read(workspace, fitted, job);
        if (!read)
            return fail(read.error());
        answer.data = std::make_shared<const ModelData>(std::move(*read));
    }
    Result<ScenarioForecast> base = forecastUnder(*answer.data, fitted, {}, job);
    if (!base)
        return fail(base.error());
    answer.base = std::make_shared<const ScenarioForecast>(std::move(*base));
    for (const Scenario &scenario : scenarios) {
        Result<ScenarioForecast> one = forecastUnder(*answer.data, fitted, scenario, job);
        if (!one && one.error().isCancelled())
            return fail(one.error());
        answer.forecasts.append(one ? std::make_shared<const ScenarioForecast>(std::move(*one)) : nullptr);
        if (!one && answer.problem.isEmpty())
            answer.problem = scenario.name.isEmpty() ? one.error().message : one.error().within(scenario.name).message;
    }
    return answer;
}

void WhatIfTab::fill()
{
    m_job.cancel();
    m_data = nullptr;
    m_base = nullptr;
    m_forecasts.clear();
    m_problem.clear();
    showAnswer();
    if (session().hasWorkspace())
        loadStored();
    if (forecast() && forecast()->hasFuture())
        ask();
}

void WhatIfTab::ask()
{
    if (!forecast() || !forecast()->hasFuture() || !isVisible())
        return;
    m_asked = {m_scenario};
    const QList<QListWidgetItem *> selected = m_list->selectedItems();
    for (const Scenario &stored : m_stored)
        if (selected.size() > 1 && stored.name != m_scenario.name
            && std::any_of(selected.begin(), selected.end(), [&](const QListWidgetItem *item) { return item->data(Qt::UserRole).toString() == stored.name; }))
            m_asked.append(stored);
    session().runLatestOnWorkspace<Answer>(m_job, {tr("Forecasting under changed inputs"), Lane::Read, false},
        [data = m_data, shown = sharedForecast(), asked = m_asked](Workspace &workspace, JobContext &job) { return answer(workspace, data, *shown, asked, job); }, this,
        [this](Result<Answer> answer) { take(std::move(answer)); });
}

void WhatIfTab::take(Result<Answer> answer)
{
    if (!answer && answer.error().isCancelled())
        return;
    m_problem = answer ? answer->problem : answer.error().message;
    m_data = answer ? answer->data : nullptr;
    m_base = answer ? answer->base : nullptr;
    m_forecasts = answer ? answer->forecasts : QList<Shared>();
    showAnswer();
}

void WhatIfTab::showAnswer()
{
    const bool isFirst = m_gridModel.rowCount() == 0;
    m_gridModel.setInputs(m_base, changed() ? m_forecasts.constFirst() : m_base);
    fillWhat();
    if (isFirst && m_base) {
        fitColumns(*m_grid, -1);
        m_grid->scrollTo(m_gridModel.index(std::max(0, m_gridModel.firstAhead() - 2), 0), QAbstractItemView::PositionAtTop);
    }
    showChart();
    showDifferences();
    showColumnsNote();
    m_sentence->setText(sentence());
}

void WhatIfTab::fillWhat()
{
    const QSignalBlocker quiet(m_what);
    const QVariant chosen = m_what->currentData();
    m_what->clear();
    m_what->addItem(tr("History"), QString());
    if (m_base)
        for (const FeatureColumn &column : m_base->columns)
            m_what->addItem(column.name, column.name);
    const int kept = m_what->findData(chosen);
    m_what->setCurrentIndex(kept > 0 ? kept : m_what->count() > 1 ? 1 : 0);
    showPlaces();
}

/// The dates that count where none are typed: all of the history, or what is forecast of a column.
void WhatIfTab::showPlaces()
{
    if (!m_base)
        return;
    const Series &history = m_base->history;
    const bool isHistory = m_what->currentData().toString().isEmpty();
    const auto placeText = [&](qint64 step) { return history.axis.hasCalendar() ? formatTime(history.timeAt(step), history.axis.step) : QString::number(step + 1); };
    m_from->setPlaceholderText(placeText(isHistory ? 0 : history.size()));
    m_to->setPlaceholderText(placeText(isHistory ? history.size() - 1 : history.size() + m_base->forecast.horizon() - 1));
}

void WhatIfTab::showChart()
{
    ChartContent content;
    m_dragger->setPoints(0, nullptr);
    if (!m_base)
        return m_chart->setContent(content);
    const qint64 origin = m_base->history.size(), first = std::max<qint64>(0, origin - shownBefore);
    content.title = tr("What if");
    content.sentence = sentence();
    content.axis = m_base->history.axis;
    content.valueTitle = m_base->history.unit;
    const auto tail = [&](const Series &series) { return shared({series.values.begin() + std::ptrdiff_t(first), series.values.end()}); };
    content.curves.append({tr("History"), CurveRole::History, 0, first, tail(m_base->history)});
    content.curves.append({tr("Forecast"), CurveRole::Forecast, 0, origin, shared(m_base->forecast.mean)});
    for (qsizetype i = 0; i < m_forecasts.size(); ++i) {
        if (!isTold(i))
            continue;
        const QString name = m_asked.at(i).name.isEmpty() ? tr("Scenario") : m_asked.at(i).name;
        if (m_forecasts[i]->history.values != m_base->history.values)
            content.curves.append({tr("History of %1").arg(name), CurveRole::Other, int(i), first, tail(m_forecasts[i]->history)});
        content.curves.append({name, CurveRole::Other, int(i), origin, shared(m_forecasts[i]->forecast.mean)});
    }
    content.marks.append({origin - 1, tr("origin")});
    m_chart->setContent(content);
    m_dragger->setPoints(first, tail(changed() ? changed()->history : m_base->history));
}

void WhatIfTab::showDifferences()
{
    QList<QStringList> table;
    QVariantList times{-1}; // the total
    if (m_base) {
        QStringList header{tr("Time"), tr("Forecast")}, last{tr("Total"), QString::number(m_base->total(), 'g', 10)};
        QList<qsizetype> told;
        for (qsizetype i = 0; i < m_forecasts.size(); ++i)
            if (isTold(i)) {
                told << i;
                header << (m_asked[i].name.isEmpty() ? tr("Scenario") : m_asked[i].name) << tr("Difference");
                last << QString::number(m_forecasts[i]->total(), 'g', 10) << QString::number(differenceOf(*m_base, *m_forecasts[i]).total(), 'g', 10);
            }
        table.append(header);
        for (size_t step = 0; step < m_base->forecast.mean.size(); ++step) {
            const double before = m_base->forecast.mean[step];
            QStringList row{stepText(m_base->history.axis, m_base->history.size() + qint64(step)), QString::number(before, 'g', 10)};
            for (const qsizetype i : told)
                row << QString::number(m_forecasts[i]->forecast.mean[step], 'g', 10) << QString::number(m_forecasts[i]->forecast.mean[step] - before, 'g', 10);
            table.append(row);
            times << qint64(step);
        }
        table.insert(1, last);
    }
    m_differenceModel.setTable(table, {{0, times}});
    fitColumns(*m_differences, -1);
}

/// What a model that takes no columns leaves to a person, and where there are none.
void WhatIfTab::showColumnsNote()
{
    const ModelInfo *info = forecast() ? modelRegistry().find(forecast()->spec.model.model) : nullptr;
    const bool hasColumns = m_base && !m_base->columns.empty(), takes = !info || info->takesColumns;
    m_models->clear();
    m_models->setVisible(info && !takes);
    m_note->setVisible(info && (!takes || !hasColumns) && m_base);
    if (!info || !m_base)
        return;
    if (!takes) {
        m_note->setText(tr("%1 takes no columns, so only its history can be changed here. These models take columns:").arg(info->title));
        m_models->addItem(tr("Choose a model"));
        for (const ModelInfo &other : modelRegistry().models())
            if (other.takesColumns)
                m_models->addItem(other.title, other.name);
    } else {
        m_note->setText(tr("Steps of page Prepare put prices and holidays beside the series."));
    }
}

bool WhatIfTab::isTold(qsizetype place) const { return m_forecasts[place] && !m_asked[place].changes.isEmpty(); }

QString WhatIfTab::sentence() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    if (!m_base)
        return forecast() && forecast()->hasFuture() ? QString() : tr("Nothing is forecast yet.");
    if (m_scenario.changes.isEmpty() && m_forecasts.size() <= 1)
        return tr("Change an input, or drag the history on the chart: the forecast follows, nothing is learnt again.");
    QStringList told;
    for (qsizetype i = 0; i < m_forecasts.size(); ++i) {
        if (!isTold(i))
            continue;
        const QString difference = differenceText(differenceOf(*m_base, *m_forecasts[i]), m_base->history.unit, m_base->history.axis.step, m_base->forecast.horizon());
        told << (m_asked[i].name.isEmpty() ? difference : tr("%1: %2", "name of a scenario: what it does").arg(m_asked[i].name, difference));
    }
    const bool isUnheard = m_forecasts.size() == 1 && m_forecasts.front() && m_forecasts.front()->forecast.mean == m_base->forecast.mean;
    if (isUnheard)
        told << tr("The model takes no notice of this.");
    return told.join(QLatin1Char(' '));
}

} // namespace foretrail

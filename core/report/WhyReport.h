#pragma once

#include "core/report/CsvWriter.h"
#include "core/training/ExplainedForecast.h"
#include "core/training/InputImportance.h"
#include "core/training/Scenario.h"

#include <QJsonArray>

namespace foretrail {

/// series,h,time,part,contribution,forecast: every part of every step, and the forecast of the step that its parts add up to.
QStringList explanationHeader();
QList<QStringList> explanationRows(const ExplainedForecast &explained);
Result<void> writeExplanations(const QList<ExplainedForecast> &all, const QString &path);
/// {"series", "note", "steps": [{"h", "time", "forecast", "sentence", "parts": {name: number}}]}
QJsonObject explanationJson(const ExplainedForecast &explained);
/// {"series", "error", "origins", "repeats", "inputs": [{"input", "error", "rise"}]}
QJsonObject importanceJson(const QString &series, const ImportanceReport &report);

/// series,h,time,base,scenario,difference
QStringList scenarioHeader();
QList<QStringList> scenarioRows(const ScenarioForecast &base, const ScenarioForecast &changed);
Result<void> writeScenario(const ScenarioForecast &base, const ScenarioForecast &changed, const QString &path);
/// {"series", "base", "scenario", "difference", "percent", "sentence", "steps": [{"h", "time", "base", "scenario"}]}
QJsonObject scenarioJson(const ScenarioForecast &base, const ScenarioForecast &changed);

} // namespace foretrail

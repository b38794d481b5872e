#pragma once

#include "core/training/TrainingSpec.h"

#include <QStringList>

namespace foretrail {

/// What a person reads of one setting of a training or a backtest. Settings are named as in the JSON of a spec: "lookback",
/// "split.test"; those of a backtest as the options of its verb: "folds", "windowLength".
struct SettingText {
    QString title;
    QString help;
    QString special; ///< in place of the lowest number: "automatic"
    QString empty{}; ///< what an empty field stands for: "none"
};

/// What is wrong with one setting: the path of its field and a sentence without it.
struct SettingProblem {
    QString path;
    QString text;
};

/// An error of the reader of specs: "split.test: 3.5 is not a whole number from 0 to 1000000."
SettingProblem settingProblem(const Error &error);

SettingText settingText(const QString &path);
/// The values that a setting takes by name, as {name, words}; empty for numbers.
QList<std::pair<QString, QString>> settingChoices(const QString &path);

/// The steps of a recipe that are on, in one line: "Negative values, Missing values".
QString stepsInWords(const Recipe &recipe);

/// All that a model was trained with, in words, one setting an entry: "Lookback 30". Only what the model reads.
QStringList settingsInWords(const TrainingSpec &spec);

} // namespace foretrail

#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/import/SampleRows.h"

namespace foretrail {

/// The words of the kind column in the sample, the most frequent first; at most 50.
QStringList kindWordsOf(const ImportPlan &plan, const SampleRows &sample);

/// What the words of the kind column mean, for those that a plan says nothing of. Numbers from 1 to 4, or from 0 to 3, are
/// taken for those of the public logs of Taobao and Tmall.
void guessKindMeanings(ImportPlan &plan, const SampleRows &sample);

/// Says how kinds are read that are no words.
QStringList kindNotes(const ImportPlan &plan, const QStringList &words);

} // namespace foretrail

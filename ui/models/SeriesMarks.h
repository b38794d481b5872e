#pragma once

#include "core/report/ExceptionScan.h"
#include "ui/models/SeriesListModel.h"

namespace foretrail {

/// What is known of the series of a list beside their values, by their places in it; made once on a worker thread and shared.
struct SeriesMarks {
    std::shared_ptr<const SeriesChecks> checks; ///< nullptr: not checked
    std::vector<int> checkOf;                   ///< place among the checks; -1: not checked
    std::vector<int> byError, byBias, bySkill, byWeight; ///< places in the list, the worst first; unknown last
    QStringList categories;                     ///< those that there are, by name
    std::vector<int> categoryOf;                ///< place in `categories`; -1: none

    bool isChecked() const { return checks != nullptr; }
    const SeriesCheck *check(int row) const; ///< nullptr: not checked
    bool isException(int row) const;
    static std::shared_ptr<const SeriesMarks> of(const SeriesList &list, std::shared_ptr<const SeriesChecks> checks, const QHash<QString, QString> &categories);
};

} // namespace foretrail

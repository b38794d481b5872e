#pragma once

#include "core/data/Workspace.h"
#include "core/models/Panel.h"
#include "core/training/PreparedSeries.h"

#include <map>
#include <mutex>
#include <tuple>

namespace foretrail {

/// The series that are forecast together, for models that learn from all of them (ModelInfo::learnsFromPanel). Panels are made
/// when first asked for and kept; any number of threads may ask.
class Companions {
public:
    using Surrounded = QHash<QString, Surroundings>; ///< by the key of the series
    /// `series`: those of one question. `beside`: for models that learn from the columns and attributes beside them too, which the recipe
    /// makes of this; without, of the recipe run the steps that change values.
    Companions(QList<Series> series, const TrainingSpec &spec, std::optional<Surrounded> beside = {});
    /// A thousand series of the question at most (ten thousand where a network learns from them), drawn by their keys, whichever of them spec.query names; none where the model does not learn from
    /// them, or where there is one alone.
    static Result<std::shared_ptr<const Companions>> ofWorkspace(ShopData &data, const TrainingSpec &spec, const QStringList &models, JobContext &job);

    /// What is known of them when `target` ends: nothing at or behind its end, nothing of those of another step. nullptr where its data
    /// ends before that of most others does, and for one that is alone: such a series learns from itself.
    /// `heldBack`: steps between the end of the target and that of its data, as held back from each that has no calendar.
    Result<std::shared_ptr<const Panel>> before(const Series &target, qint64 heldBack, JobContext &job) const;

private:
    struct Known {
        Series series;
        Beside beside;
    };
    bool endsEarly(const Series &target, qint64 heldBack) const;
    Result<Known> known(const Series &series, const Series &target, qint64 heldBack, JobContext &job) const;
    Result<Known> known(const PreparationTask &task, const Series &target, qint64 heldBack) const;

    QList<Series> m_series;
    TrainingSpec m_spec;     ///< of the recipe the steps that change values
    Recipe m_withColumns;    ///< and those that make columns which do not follow from the series itself
    std::optional<Surrounded> m_beside;
    std::map<Step, WallMs> m_ends; ///< by step, where most series end: prices that are known for longer are no reason to go without the others
    mutable std::mutex m_mutex;
    mutable std::map<std::tuple<Step, qint64, WallMs>, std::shared_ptr<const Panel>> m_panels; ///< by step, steps held back, and the end of the target
};

/// Whether one of `models` learns from the series beside.
bool learnFromPanel(const QStringList &models);

} // namespace foretrail

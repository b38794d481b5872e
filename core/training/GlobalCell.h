#pragma once

#include "core/training/CellWindow.h"
#include "core/training/GlobalNetwork.h"

namespace foretrail {

/// The networks of a stored run over many series, opened on one series. Immutable once opened: any thread may ask.
class GlobalCell {
public:
    /// `series`: as the recipe made it, `beside`: what stands beside it; `isOwn`: the run was trained for it, so that it is looked at as it was then. Format where what is
    /// stored is damaged, TooShort where no window is whole.
    static Result<std::unique_ptr<GlobalCell>> open(const SavedModel &saved, const ModelSpec &spec, const Series &series, const Beside &beside, bool isOwn);
    GlobalCell(const GlobalCell &) = delete;
    GlobalCell &operator=(const GlobalCell &) = delete;

    int members() const { return int(m_members.size()); }
    const TracedNetwork &network(int member) const { return m_members[size_t(member)]; }
    const GlobalShape &shape() const { return m_network->shape(); }
    bool isLevel() const { return m_scale.isLog || m_network->takesSeason(); } ///< the networks see something else than values
    /// Of the first layer: those of each step, and the embedding.
    QList<CellInput> inputs() const;
    /// The steps that a window ends before.
    std::vector<qint64> origins() const;
    /// All but forecast in the unit of the data and what it was.
    Result<CellWindow> look(qint64 origin, const CellChoice &choice, const JobContext &job) const;
    /// What all members together say of a step ahead of the last observation, taken apart, as a level: the members in the middle count.
    /// One step, on the scale that restored() leads back from.
    Result<ForecastParts> apart(int ahead, const JobContext &job) const;
    /// From that scale: the value without a season, and with it.
    double unbent(double level) const;
    double seasoned(double value, int ahead) const { return m_scale.season.season() > 0 ? m_scale.season.with(value, m_series.size() + ahead - 1) : value; }
    int seasonTaken() const { return m_scale.season.season(); }
    /// What was found, on the scale of the recipe.
    double restored(const CellWindow &window) const;

private:
    explicit GlobalCell(const Series &series) : m_series(series) {}
    Result<void> take(const SavedModel &saved, const ModelSpec &spec, const Beside &beside, bool isOwn);
    TracedWindow windowBefore(int origin) const;
    void chooseOutput(TracedWindow &window, const CellChoice &choice) const;
    TracedWindow baselineOf(const TracedWindow &window) const;
    void foldExtras(LagMoves &moves) const;
    Result<ForecastParts> apartBy(int member, int ahead, const JobContext &job) const;
    ForecastParts namedParts(const LagMoves &moves, const WindowLevel &level) const;
    void addBase(ForecastParts &parts, int ahead) const; ///< what the autoregression says that the networks correct

    const Series m_series;
    std::shared_ptr<const GlobalNetwork> m_network;
    std::vector<TracedNetwork> m_members;
    LevelScale m_scale;
    LevelSeries m_seen;
    int m_entity = 0;
    bool m_isNonNegative = false;
};

} // namespace foretrail

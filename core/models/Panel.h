#pragma once

#include "core/base/Result.h"
#include "core/models/ModelSpec.h"
#include "core/models/OriginScores.h"
#include "core/series/Series.h"

#include <QHash>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace foretrail {

/// How a direct regression over many series looks at one: windows of `lookback` values, each less its centre and over its
/// mean absolute value (at most 5 of it from the centre), explain the `horizon` values behind them.
struct PooledShape {
    int lookback = 28;
    int horizon = 28;
    WindowCentre centre = WindowCentre::Automatic;
    double penalty = 0; ///< these two where the centre is given, else 0
    int windows = 0;
    auto operator<=>(const PooledShape &) const = default;
};

/// One least-squares fit over the windows of all series of a panel (METHODS 3.9 and 3.11, "pooled direct ridge").
struct PooledFit {
    PooledShape shape;
    bool isCentredOnLast = false;     ///< else on the mean of the window
    std::vector<double> coefficients; ///< lookback x horizon, one step ahead after the other: [h * lookback + lag], oldest lag first
    std::vector<double> offsets;      ///< by step ahead, in widths: what all series gained in it; empty where the centre was chosen
    qint64 windows = 0;
    qint64 series = 0;

    /// The `shape.horizon` values after the last `shape.lookback` of `history`; nothing where the history is shorter.
    std::vector<double> forecast(Values history) const;
};

/// A fit takes at least so many windows for each value of a window.
inline constexpr int windowsToALag = 10;

/// A column beside a series: the values of its steps, first one first, and of those ahead of it. NaN where nothing is known.
struct BesideColumn {
    QString name;
    bool isKnownAhead = true; ///< false: nothing is known of later steps when a forecast is made
    std::vector<float> values;
};

/// What is known beside a series.
struct Beside {
    std::vector<BesideColumn> columns;
    QHash<QString, QString> attributes; ///< of its key, by name: the category of an item, the type of a store
};

/// The series that are forecast together, each as far as it is known, for models that learn from all of them. Values are as the
/// models see them, without gaps. Shared between threads; fits are made when first asked for and kept.
class Panel {
public:
    /// `beside`: of each series; or nothing.
    explicit Panel(std::vector<Series> series, std::vector<Beside> beside = {});
    /// Series without names and calendar.
    explicit Panel(std::vector<std::vector<double>> values);
    ~Panel();

    qint64 size() const { return qint64(m_series.size()); }
    const std::vector<Series> &series() const { return m_series; }
    const std::vector<Beside> &beside() const { return m_beside; }
    /// Of all series without their last `cut` values. Whether windows are centred on their mean or their last value, and how strongly
    /// the fit is held back, is what forecast the last windows best.
    std::shared_ptr<const PooledFit> pooled(const PooledShape &shape, int cut) const;
    /// Scores of at most some sixty of the series without their last `cut` values, spread evenly among those that are alike: what
    /// `scoresOf` says of each, by third of the horizon. Computed when first asked for under `name`, which must tell apart whatever changes
    /// the scores, by all threads that ask at the time.
    using IsLike = std::function<bool(Values known)>;
    using ScoresOf = std::function<ScoresByThird(const std::vector<double> &known, double &origins)>;
    std::shared_ptr<const PooledScores> scores(const QString &name, int cut, int horizon, const IsLike &isLike, const ScoresOf &scoresOf) const;
    /// How many windows the series without their last `cut` values hold.
    qint64 windows(const PooledShape &shape, int cut) const;
    /// What a model of another layer learns from all of them: made when it is first asked for under this name, and kept; who asks
    /// meanwhile waits. A failure is not kept.
    template<class T>
    Result<std::shared_ptr<const T>> learnt(const QString &name, const std::function<Result<std::shared_ptr<const T>>()> &learn) const
    {
        return learntBefore(name, [&learn] { return learn().map([](std::shared_ptr<const T> made) { return std::shared_ptr<const void>(std::move(made)); }); })
            .map([](const std::shared_ptr<const void> &made) { return std::static_pointer_cast<const T>(made); });
    }

private:
    struct Place {
        std::once_flag once;
        std::shared_ptr<const PooledFit> fit;
    };
    struct ScorePlace;
    struct LearntPlace {
        std::mutex mutex;
        std::shared_ptr<const void> made;
    };
    Result<std::shared_ptr<const void>> learntBefore(const QString &name, const std::function<Result<std::shared_ptr<const void>>()> &learn) const;
    Place &placeOf(const PooledShape &shape, int cut) const;
    ScorePlace &scorePlaceOf(const QString &name, int cut) const;
    void choose(ScorePlace &place, int cut, const IsLike &isLike) const;
    std::vector<double> known(size_t series, int cut) const;

    const std::vector<Series> m_series;
    const std::vector<Beside> m_beside;
    mutable std::mutex m_mutex;
    mutable std::map<std::pair<PooledShape, int>, std::unique_ptr<Place>> m_fits;
    mutable std::map<std::pair<QString, int>, std::unique_ptr<ScorePlace>> m_scores;
    mutable std::map<QString, std::unique_ptr<LearntPlace>> m_learnt;
};

} // namespace foretrail

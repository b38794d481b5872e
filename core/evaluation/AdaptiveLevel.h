#pragma once

namespace foretrail {

/// The level at which intervals are to be asked for, so that in the long run they hold the level that was promised, whatever becomes of
/// the data (adaptive conformal inference, Gibbs & Candes 2021): with a the promised share of misses, a_1 = a and
/// a_{t+1} = a_t + gamma (a - 1 if the interval asked for at a_t missed, else 0), kept within [0.001, 0.5]; a promise beyond these
/// widens them. A miss makes the next intervals wider, a hit a little narrower.
class AdaptiveLevel {
public:
    static constexpr double usualGamma = 0.02;

    /// `promised` percent, between 0 and 100; gamma above 0.
    explicit AdaptiveLevel(double promised, double gamma = usualGamma);

    double promised() const { return m_promised; } ///< percent
    double level() const; ///< percent, to ask for next
    void tell(bool isMissed); ///< what became of the interval asked for at level()

private:
    double m_promised;
    double m_gamma;
    double m_misses; ///< a_t, a share
};

} // namespace foretrail

#include "core/behaviour/recommend/ResponseBands.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

constexpr double z95 = 1.959963984540054;
constexpr double bandEnds[] = {0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1};

ResponseBand joined(const ResponseBand &a, const ResponseBand &b)
{
    return {a.from, b.to, a.users + b.users, a.responses + b.responses, wilson(a.responses + b.responses, a.users + b.users)};
}

double rateOf(const ResponseBand &band) { return band.users > 0 ? double(band.responses) / double(band.users) : 0; }

/// Appends a band and joins it with those before it as long as they are too small or respond less.
void push(QList<ResponseBand> &bands, ResponseBand band, qint64 leastUsers)
{
    while (!bands.isEmpty() && (bands.last().users < leastUsers || rateOf(bands.last()) < rateOf(band)))
        band = joined(bands.takeLast(), band);
    bands.append(band);
}

ResponseBand bandOf(const std::vector<ScoredResponse> &sorted, size_t from, size_t to, size_t scored)
{
    const auto responses = std::count_if(sorted.begin() + std::ptrdiff_t(from), sorted.begin() + std::ptrdiff_t(to), [](const auto &one) { return one.hasResponded; });
    const double all = std::max<double>(1, double(scored));
    return {std::min(1.0, double(from) / all), std::min(1.0, double(to) / all), qint64(to - from), qint64(responses), wilson(responses, qint64(to - from))};
}

} // namespace

ShareEstimate wilson(qint64 hits, qint64 n)
{
    if (n == 0)
        return {0, 0, 1};
    const double count = double(n), share = double(hits) / count, z2 = z95 * z95;
    const double middle = (share + z2 / (2 * count)) / (1 + z2 / count);
    const double half = z95 / (1 + z2 / count) * std::sqrt(share * (1 - share) / count + z2 / (4 * count * count));
    return {share, hits == 0 ? 0 : std::max(0.0, middle - half), hits == n ? 1 : std::min(1.0, middle + half)};
}

QList<ResponseBand> responseBands(std::vector<ScoredResponse> responses, qint64 leastUsers)
{
    std::stable_sort(responses.begin(), responses.end(), [](const auto &a, const auto &b) { return a.score > b.score; });
    const size_t scored = size_t(std::partition_point(responses.begin(), responses.end(), [](const auto &one) { return one.score > 0; }) - responses.begin());
    QList<ResponseBand> bands;
    size_t from = 0;
    for (const double end : bandEnds) {
        size_t to = std::min(scored, size_t(std::ceil(end * double(scored))));
        while (to > 0 && to < scored && responses[to].score == responses[to - 1].score)
            ++to;
        if (to <= from)
            continue;
        push(bands, bandOf(responses, from, to, scored), leastUsers);
        from = to;
    }
    if (scored < responses.size())
        push(bands, bandOf(responses, scored, responses.size(), scored), leastUsers);
    return bands;
}

std::vector<int> bandsOf(const std::vector<double> &descending, const QList<ResponseBand> &bands)
{
    std::vector<int> numbers(descending.size(), bands.isEmpty() ? -1 : int(bands.size()) - 1);
    const size_t scored = size_t(std::partition_point(descending.begin(), descending.end(), [](double score) { return score > 0; }) - descending.begin());
    int band = 0;
    for (size_t place = 0; place < scored && !bands.isEmpty(); ++place) {
        if (place > 0 && descending[place] == descending[place - 1]) {
            numbers[place] = numbers[place - 1];
            continue;
        }
        const double share = double(place) / double(scored);
        while (band + 1 < bands.size() && share >= bands[band].to)
            ++band;
        numbers[place] = band;
    }
    return numbers;
}

} // namespace foretrail

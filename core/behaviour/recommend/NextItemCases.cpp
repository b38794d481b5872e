#include "core/behaviour/recommend/NextItemCases.h"

#include <algorithm>

namespace foretrail {
namespace {

std::vector<bool> itemsIn(const ItemSequences &sequences)
{
    std::vector<bool> isIn(sequences.itemCount, false);
    for (const quint32 item : sequences.items)
        isIn[item] = true;
    return isIn;
}

/// Drops what asks for an item that could not be learnt.
void leaveOutUnseen(NextItemCases &cases)
{
    const std::vector<bool> isSeen = itemsIn(*cases.training);
    cases.unseen = qint64(std::erase_if(cases.cases, [&isSeen](const NextItemCases::Case &one) { return !isSeen[one.next]; }));
}

/// Steps of a sequence before `since`; times do not go back inside of one.
size_t stepsBefore(const ItemSequences &all, size_t sequence, UtcMs since)
{
    const auto begin = all.times.begin() + std::ptrdiff_t(all.starts[sequence]), end = all.times.begin() + std::ptrdiff_t(all.starts[sequence + 1]);
    return size_t(std::lower_bound(begin, end, since) - begin);
}

bool isAskedFor(const ItemSequences &all, size_t sequence, const UserSet *users) { return !users || users->contains({all.users[sequence]}); }

NextItemCases withTraining(NextItemCases split, ItemSequences training)
{
    training.sortByEnd();
    split.training = std::make_shared<const ItemSequences>(std::move(training));
    leaveOutUnseen(split);
    return split;
}

} // namespace

NextItemCases splitByTime(const ItemSequences &all, UtcMs since, const UserSet *users)
{
    NextItemCases split;
    split.items = all.items;
    ItemSequences training = all.emptyLike();
    for (size_t sequence = 0; sequence < all.count(); ++sequence) {
        const size_t known = stepsBefore(all, sequence, since);
        training.append(all, sequence, 0, known);
        if (!isAskedFor(all, sequence, users))
            continue;
        for (size_t step = std::max<size_t>(known, 1); step < all.length(sequence); ++step)
            split.cases.push_back({all.starts[sequence], step, all.itemsOf(sequence)[step], all.users[sequence]});
    }
    return withTraining(std::move(split), std::move(training));
}

NextItemCases leaveLastOut(const ItemSequences &all, size_t leastSteps, const UserSet *users)
{
    NextItemCases split;
    split.items = all.items;
    ItemSequences training = all.emptyLike();
    for (size_t sequence = 0; sequence < all.count(); ++sequence) {
        const size_t last = all.length(sequence) - 1;
        const bool isLong = last + 1 >= std::max<size_t>(leastSteps, 2);
        training.append(all, sequence, 0, isLong ? last : last + 1);
        if (isLong && isAskedFor(all, sequence, users))
            split.cases.push_back({all.starts[sequence], last, all.itemsOf(sequence)[last], all.users[sequence]});
    }
    return withTraining(std::move(split), std::move(training));
}

UtcMs timeOfLatest(const ItemSequences &all, double share)
{
    if (all.times.empty())
        return 0;
    std::vector<UtcMs> times = all.times;
    const auto place = std::min(times.size() - 1, size_t((1 - share) * double(times.size())));
    std::nth_element(times.begin(), times.begin() + std::ptrdiff_t(place), times.end());
    return times[place];
}

} // namespace foretrail

#pragma once

#include <QStringList>

#include <span>

namespace foretrail {

/// A category of the sample shop: what its items are called and what they cost.
struct SampleCategory {
    const char *name;
    const char *prefix;      ///< of item keys
    double usualPrice;
    double share;            ///< of views by people without a favourite
    std::span<const char *const> nouns;
};

std::span<const SampleCategory> sampleCategories();
std::span<const char *const> sampleColours();
std::span<const char *const> sampleMaterials();

struct SampleShare { const char *name; double share; };
std::span<const SampleShare> sampleCountries();
std::span<const SampleShare> sampleChannels();

} // namespace foretrail

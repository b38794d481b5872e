#include "core/data/sample/SampleWords.h"

#include <array>

namespace foretrail {
namespace {

constexpr std::array<const char *, 12> decor{"vase", "candle holder", "picture frame", "wall clock", "mirror", "lantern",
                                             "cushion", "bookend", "tray", "wreath", "figurine", "door sign"};
constexpr std::array<const char *, 12> kitchen{"mug", "tea towel", "salad bowl", "cake stand", "jug", "spice jar",
                                               "chopping board", "apron", "teapot", "egg cup", "butter dish", "ladle"};
constexpr std::array<const char *, 12> garden{"plant pot", "watering can", "bird feeder", "trowel", "wind chime", "garden stool",
                                              "seed box", "hanging basket", "border fence", "sun hat", "kneeler", "trellis"};
constexpr std::array<const char *, 12> stationery{"notebook", "pencil case", "greeting card", "desk tidy", "gift wrap", "fountain pen",
                                                  "sticker set", "address book", "letter rack", "ribbon", "stamp set", "calendar"};
constexpr std::array<const char *, 12> toys{"puzzle", "spinning top", "doll", "train set", "kite", "building blocks",
                                            "skipping rope", "hand puppet", "board game", "teddy bear", "yo-yo", "drum"};
constexpr std::array<const char *, 12> bath{"towel", "soap dish", "bath mat", "sponge", "laundry bag", "wash basin",
                                            "shower curtain", "bathrobe", "brush", "toothbrush cup", "bath oil", "flannel"};
constexpr std::array<const char *, 12> lighting{"table lamp", "fairy lights", "floor lamp", "night light", "lamp shade", "pendant",
                                                "reading light", "torch", "oil lamp", "light chain", "spotlight", "desk lamp"};
constexpr std::array<const char *, 12> bags{"tote bag", "backpack", "lunch bag", "purse", "wash bag", "suitcase tag",
                                            "shopper", "belt bag", "travel pouch", "key ring", "card wallet", "picnic bag"};
constexpr std::array<SampleCategory, 8> categories{{
    {"Home decor", "HOM", 18, 0.20, decor},
    {"Kitchen", "KIT", 14, 0.19, kitchen},
    {"Garden", "GAR", 22, 0.11, garden},
    {"Stationery", "STA", 9, 0.14, stationery},
    {"Toys", "TOY", 16, 0.12, toys},
    {"Bath", "BAT", 15, 0.08, bath},
    {"Lighting", "LIG", 26, 0.07, lighting},
    {"Bags", "BAG", 22, 0.09, bags},
}};

constexpr std::array<const char *, 12> colours{"Blue", "Red", "Ivory", "Green", "Yellow", "Grey", "Pink", "Black", "White", "Teal",
                                               "Copper", "Lavender"};
constexpr std::array<const char *, 8> materials{"ceramic", "wooden", "linen", "glass", "metal", "bamboo", "paper", "wool"};

constexpr std::array<SampleShare, 6> countries{{{"Germany", 0.42}, {"France", 0.19}, {"Netherlands", 0.13}, {"Austria", 0.10},
                                                {"Spain", 0.09}, {"Denmark", 0.07}}};
constexpr std::array<SampleShare, 4> channels{{{"Search", 0.40}, {"Direct", 0.28}, {"Newsletter", 0.18}, {"Social", 0.14}}};

} // namespace

std::span<const SampleCategory> sampleCategories() { return categories; }
std::span<const char *const> sampleColours() { return colours; }
std::span<const char *const> sampleMaterials() { return materials; }
std::span<const SampleShare> sampleCountries() { return countries; }
std::span<const SampleShare> sampleChannels() { return channels; }

} // namespace foretrail

#include "core/drift/DriftSettings.h"

#include "core/drift/StateFields.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct DriftSettingsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::DriftSettings)
};

template<class Settings>
void readInner(StateFields &fields, const char *key, Settings &settings)
{
    QJsonObject json = settings.toJson();
    const QJsonObject said = fields.object(key);
    for (auto one = said.begin(); one != said.end(); ++one)
        json.insert(one.key(), one.value());
    const Result<Settings> read = Settings::fromJson(json);
    if (read)
        settings = *read;
    else
        fields.refuse(read.error().within(QLatin1String(key)));
}

} // namespace

QJsonObject DriftSettings::toJson() const
{
    return {{QStringLiteral("learning"), learning}, {QStringLiteral("settled"), settled}, {QStringLiteral("margin"), margin},
            {QStringLiteral("widest"), widest}, {QStringLiteral("band"), band}, {QStringLiteral("kept"), kept},
            {QStringLiteral("pageHinkley"), pageHinkley.toJson()}, {QStringLiteral("adwin"), adwin.toJson()}, {QStringLiteral("ddm"), ddm.toJson()}};
}

Result<DriftSettings> DriftSettings::fromJson(const QJsonObject &json)
{
    DriftSettings settings;
    StateFields fields(json, StateFields::Keys::Optional);
    fields.integer("learning", settings.learning, 5, 100'000);
    fields.integer("settled", settings.settled, 5, 100'000);
    fields.integer("margin", settings.margin, 0, 1000);
    fields.number("widest", settings.widest, 0.1, 1e6);
    fields.number("band", settings.band, 0.1, 1e6);
    fields.integer("kept", settings.kept, 10, 1'000'000);
    if (const int needed = std::max(settings.learning, settings.settled + settings.margin); settings.kept < needed)
        fields.refuse("kept", DriftSettingsText::tr("%1 are fewer than it learns from, %2.").arg(settings.kept).arg(needed));
    readInner(fields, "pageHinkley", settings.pageHinkley);
    readInner(fields, "adwin", settings.adwin);
    readInner(fields, "ddm", settings.ddm);
    return fields.outcome().map([&] { return settings; });
}

} // namespace foretrail

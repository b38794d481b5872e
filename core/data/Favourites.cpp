#include "core/data/Favourites.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace foretrail {
namespace {

constexpr auto favouritesKey = "favourites"; ///< a setting: keys by group, as JSON

Result<QJsonObject> allFavourites(Workspace &workspace)
{
    return workspace.setting(QLatin1String(favouritesKey)).map([](const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); });
}

} // namespace

Result<QStringList> favouritesOf(Workspace &workspace, const SeriesQuery &question)
{
    const Result<QJsonObject> all = allFavourites(workspace);
    if (!all)
        return fail(all.error());
    QStringList keys;
    const QJsonArray array = (*all)[groupName(question)].toArray();
    for (const QJsonValue &key : array)
        keys << key.toString();
    return keys;
}

Result<void> setFavourite(Workspace &workspace, const SeriesQuery &question, const QString &key, bool isFavourite)
{
    Result<QJsonObject> all = allFavourites(workspace);
    Result<QStringList> keys = favouritesOf(workspace, question);
    if (!all || !keys)
        return fail(all ? keys.error() : all.error());
    keys->removeAll(key);
    if (isFavourite)
        keys->append(key);
    all->insert(groupName(question), QJsonArray::fromStringList(*keys));
    return workspace.setSetting(QLatin1String(favouritesKey), QString::fromUtf8(QJsonDocument(*all).toJson(QJsonDocument::Compact)));
}

} // namespace foretrail

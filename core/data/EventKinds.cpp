#include "core/data/EventKinds.h"

#include <QHash>

namespace foretrail {
namespace {

struct Words {
    const char *meaning;
    QStringList words;
};

const QHash<QString, QString> &meanings()
{
    static const QHash<QString, QString> known = [] {
        const Words lists[] = {
            {"purchase", {QStringLiteral("purchase"), QStringLiteral("buy"), QStringLiteral("order"), QStringLiteral("transaction"),
                          QStringLiteral("sale"), QStringLiteral("购买"), QStringLiteral("下单")}},
            {"return", {QStringLiteral("return"), QStringLiteral("退货")}},
            {"adjustment", {QStringLiteral("adjustment")}},
            {"view", {QStringLiteral("view"), QStringLiteral("pv"), QStringLiteral("click"), QStringLiteral("pageview"),
                      QStringLiteral("visit"), QStringLiteral("浏览"), QStringLiteral("点击")}},
            {"cart", {QStringLiteral("cart"), QStringLiteral("addtocart"), QStringLiteral("add_to_cart"), QStringLiteral("加购")}},
            {"favourite", {QStringLiteral("fav"), QStringLiteral("favourite"), QStringLiteral("favorite"), QStringLiteral("wishlist"),
                           QStringLiteral("收藏")}},
        };
        QHash<QString, QString> byWord;
        for (const Words &list : lists)
            for (const QString &word : list.words)
                byWord.insert(word, QString::fromLatin1(list.meaning));
        return byWord;
    }();
    return known;
}

} // namespace

QString kindMeaning(const QString &kind)
{
    return meanings().value(kind.trimmed().toLower(), QStringLiteral("other"));
}

bool isPurchaseKind(const QString &kind) { return kindMeaning(kind) == QStringLiteral("purchase"); }

} // namespace foretrail

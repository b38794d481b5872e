#include "core/data/KindWords.h"

#include <QHash>

namespace foretrail {
namespace {

struct Words {
    const char *meaning;
    const char *words; ///< lower case, without what joins words, separated by spaces
};
constexpr Words wordLists[]{
    {"view", "view pv pageview click visit browse detail viewitem viewcontent productview itemview productviewed impression "
             "浏览 点击 查看 访问 曝光 浏览商品 商品浏览"},
    {"cart", "cart addtocart addcart cartadd basket addtobasket addedtocart productadded 加购 加入购物车 加购物车 添加购物车 购物车"},
    {"favourite", "fav favourite favorite favour favor wishlist addtowishlist like collect collection save bookmark follow 收藏 加收藏 "
                  "喜欢 关注"},
    {"purchase", "purchase buy order transaction sale sold bought purchased payment pay paid ordercompleted checkoutcomplete "
                 "购买 下单 支付 付款 成交 交易 订单 买"},
    {"return", "return refund returned refunded chargeback cancel cancelled canceled cancellation 退货 退款 取消 取消订单"},
    {"adjustment", "adjustment adjust 调整"},
    {"other", "removefromcart cartremove search checkout begincheckout signup login logout register share rate rating review comment "
              "搜索 评价 评论 分享 登录 注册 移出购物车 删除购物车"},
};

QHash<QString, QString> allWords()
{
    QHash<QString, QString> meanings;
    for (const Words &list : wordLists)
        for (const QString &word : QString::fromUtf8(list.words).split(QLatin1Char(' '), Qt::SkipEmptyParts))
            meanings.insert(word, QString::fromLatin1(list.meaning));
    return meanings;
}

} // namespace

QString meaningOfWord(const QString &word)
{
    static const QHash<QString, QString> meanings = allWords();
    QString joined;
    for (const QChar c : word)
        if (!c.isSpace() && c != QLatin1Char('_') && c != QLatin1Char('-') && c != QLatin1Char('.'))
            joined += c.toLower();
    return meanings.value(joined);
}

} // namespace foretrail

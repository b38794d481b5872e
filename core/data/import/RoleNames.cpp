#include "core/data/import/RoleNames.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace foretrail {
namespace {

struct Names {
    Role role;
    std::vector<std::string_view> names; ///< lower case, without what joins words; the clearest first
};

const std::vector<Names> &roleTable()
{
    static const std::vector<Names> table{
        {Role::Time, {"eventtime", "invoicedate", "orderdate", "datetime", "timestamp", "time", "date", "purchasedate", "createdat",
                      "eventdate", "orderpurchasetimestamp", "ts", "day", "week", "month", "ds", "时间", "日期", "下单时间",
                      "行为时间", "时间戳", "交易时间"}},
        {Role::User, {"userid", "customerid", "user", "customer", "visitorid", "clientid", "memberid", "buyerid", "customeruniqueid",
                      "shopperid", "visitor", "client", "member", "buyer", "用户id", "用户", "客户id", "客户", "会员id", "买家id"}},
        {Role::Item, {"itemid", "productid", "stockcode", "sku", "skuid", "articleid", "asin", "item", "product", "article",
                      "productcode", "商品id", "商品编号", "商品编码", "商品", "货号"}},
        {Role::ItemName, {"description", "productname", "itemname", "producttitle", "title", "商品名称", "商品名", "品名"}},
        {Role::Kind, {"eventtype", "behaviortype", "behaviourtype", "behavior", "behaviour", "event", "eventname", "action",
                      "actiontype", "kind", "行为类型", "行为", "事件", "事件类型"}},
        {Role::Quantity, {"quantity", "qty", "orderquantity", "pieces", "units", "unitssold", "数量", "件数", "销量"}},
        {Role::Price, {"unitprice", "price", "itemprice", "productprice", "单价", "价格"}},
        {Role::Amount, {"amount", "revenue", "sales", "weeklysales", "totalprice", "lineamount", "linetotal", "total", "turnover",
                        "paymentvalue", "gmv", "销售额", "金额", "总价", "实付金额", "成交额"}},
        {Role::Session, {"invoiceno", "invoice", "orderid", "orderno", "ordernumber", "transactionid", "usersession", "sessionid",
                         "session", "basketid", "receiptid", "订单号", "订单id", "订单编号", "会话id", "会话"}},
        {Role::Position, {"position", "sequence", "位置"}},
        {Role::Category, {"categorycode", "category", "categoryname", "categoryid", "productcategory", "itemcategory",
                          "department", "类目", "类目id", "品类", "类别", "商品类目", "商品类别"}},
        {Role::Series, {"series", "seriesid", "uniqueid", "id", "store", "dept", "storeid", "deptid", "storenbr", "region",
                        "序列", "店铺", "门店"}},
        {Role::Value, {"value", "y", "target", "demand", "visits", "count", "值", "数值"}},
    };
    return table;
}

std::string joined(std::string_view header)
{
    std::string name;
    for (char c : header) {
        if (c == ' ' || c == '_' || c == '-' || c == '.' || c == '"' || c == '\'')
            continue;
        name += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
    return name;
}

} // namespace

int nameScore(std::string_view header, Role role)
{
    const std::string name = joined(header);
    for (const Names &entry : roleTable()) {
        if (entry.role != role)
            continue;
        const auto found = std::ranges::find(entry.names, name);
        return found == entry.names.end() ? 0 : int(entry.names.end() - found);
    }
    return 0;
}

bool isRoleName(std::string_view header)
{
    return std::ranges::any_of(roleTable(), [header](const Names &entry) { return nameScore(header, entry.role) > 0; });
}

bool isKindWord(std::string_view word)
{
    constexpr std::array<std::string_view, 24> words{
        "pv", "view", "click", "cart", "fav", "buy", "purchase", "order", "sale", "transaction", "addtocart", "favorite", "favourite",
        "wishlist", "removefromcart", "checkout", "search", "impression", "visit", "pageview", "return", "浏览", "加购", "购买"};
    return std::ranges::find(words, joined(word)) != words.end();
}

} // namespace foretrail

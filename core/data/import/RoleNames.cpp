#include "core/data/import/RoleNames.h"

#include "core/data/KindWords.h"

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
                      "eventdate", "orderpurchasetimestamp", "transactiondate", "saledate", "salesdate", "orderedat", "ordertime",
                      "createtime", "createdtime", "created", "paytime", "paidat", "visittime", "clicktime", "logtime", "eventtimestamp",
                      "behaviortime", "behaviourtime", "actiontime", "ts", "day", "week", "month", "quarter", "year", "period", "ds",
                      "datum", "时间", "日期", "下单时间", "下单日期", "行为时间", "时间戳", "交易时间", "交易日期", "订单时间",
                      "订单日期", "付款时间", "支付时间", "购买时间", "购买日期", "销售日期", "销售时间", "发生时间", "创建时间",
                      "点击时间", "浏览时间", "成交时间", "月份", "年月", "年份", "周", "季度"}},
        {Role::Clock, {"timeofday", "time", "clock", "clocktime", "daytime", "eventtime", "ordertime", "invoicetime", "transactiontime",
                       "saletime", "salestime", "purchasetime", "starttime", "createtime", "createdtime", "paytime", "visittime",
                       "clicktime", "logtime", "hms", "uhrzeit", "zeit", "heure", "时间", "时刻", "时分", "时分秒", "具体时间",
                       "下单时间", "下单时刻", "交易时间", "订单时间", "付款时间", "支付时间", "销售时间", "购买时间", "成交时间",
                       "发生时间", "创建时间", "行为时间", "点击时间", "浏览时间"}},
        {Role::User, {"userid", "customerid", "user", "customer", "visitorid", "clientid", "memberid", "buyerid", "customeruniqueid",
                      "shopperid", "accountid", "custid", "uid", "custno", "customerno", "customernumber", "householdkey", "householdid",
                      "visitor", "client", "member", "buyer", "shopper", "account", "deviceid", "cookieid", "username",
                      "customername", "email", "用户id", "用户", "用户编号", "客户id", "客户", "客户编号", "客户编码", "会员id", "会员",
                      "会员编号", "会员号", "会员卡号", "买家id", "买家", "顾客id", "顾客", "顾客编号", "访客id", "访客", "买家昵称",
                      "买家会员名", "用户名"}},
        {Role::Item, {"itemid", "productid", "stockcode", "sku", "skuid", "articleid", "asin", "item", "product", "article",
                      "productcode", "itemcode", "articleno", "articlenumber", "itemno", "itemnumber", "productno", "productnumber",
                      "productsku", "goodsid", "goods", "isbn", "ean", "upc", "gtin", "movieid", "itemnbr", "partno", "partnumber",
                      "商品id", "商品编号", "商品编码", "商品代码", "商品", "货号", "产品id", "产品编号", "产品编码", "产品", "货品编号",
                      "货品id", "货品", "物品id", "宝贝id", "sku编码", "sku编号", "条码", "商品条码", "款号"}},
        {Role::ItemName, {"description", "productname", "itemname", "producttitle", "title", "productdescription", "itemdescription",
                          "articlename", "goodsname", "商品名称", "商品名", "品名", "产品名称", "产品名", "货品名称", "宝贝标题",
                          "商品标题", "宝贝名称"}},
        {Role::Kind, {"eventtype", "behaviortype", "behaviourtype", "behavior", "behaviour", "event", "eventname", "action",
                      "actiontype", "interactiontype", "activitytype", "kind", "行为类型", "行为", "事件", "事件类型", "事件名称",
                      "操作类型", "操作", "动作"}},
        {Role::Quantity, {"quantity", "qty", "orderquantity", "quantityordered", "pieces", "units", "unitssold", "unitsales",
                          "quantitysold", "itemquantity", "salesquantity", "numberofcds", "menge", "数量", "件数", "销量",
                          "购买数量", "销售数量", "商品数量", "订购数量", "下单件数", "宝贝总数量"}},
        {Role::Price, {"unitprice", "price", "itemprice", "productprice", "sellingprice", "saleprice", "salesprice", "priceeach",
                       "pricepiece", "preis", "单价", "价格", "售价", "商品单价", "销售单价", "商品价格", "成交单价"}},
        {Role::Amount, {"amount", "revenue", "sales", "weeklysales", "totalprice", "lineamount", "linetotal", "total", "turnover",
                        "paymentvalue", "gmv", "salesamount", "totalamount", "salesvalue", "ordervalue", "orderamount", "ordertotal",
                        "subtotal", "netsales", "grosssales", "extendedprice", "betrag", "umsatz", "销售额", "金额", "总价",
                        "实付金额", "成交额", "总金额", "销售金额", "订单金额", "支付金额", "成交金额", "付款金额", "消费金额",
                        "买家实际支付金额", "应付金额"}},
        {Role::Session, {"invoiceno", "invoice", "orderid", "orderno", "ordernumber", "transactionid", "usersession", "sessionid",
                         "session", "basketid", "receiptid", "invoiceid", "invoicenumber", "transaction", "transactionno", "receiptno",
                         "receipt", "order", "basket", "visitid", "salesorderid", "ticketid", "caseid", "订单号", "订单id", "订单编号", "订单",
                         "会话id", "会话", "交易号", "交易编号", "交易单号", "商户单号", "商户订单号", "单号", "小票号", "流水号", "发票号"}},
        {Role::Position, {"position", "sequence", "timeframe", "位置", "顺序", "序号"}},
        {Role::Category, {"categorycode", "category", "categoryname", "categoryid", "productcategory", "itemcategory",
                          "producttype", "productgroup", "itemgroup", "subcategory", "department", "commodity", "类目", "类目id",
                          "品类", "类别", "商品类目", "商品类别", "商品分类", "分类", "类别id", "品类id", "商品类目id", "产品类别", "产品类目"}},
        {Role::Series, {"series", "seriesid", "uniqueid", "id", "store", "dept", "storeid", "deptid", "storenbr", "region",
                        "shop", "shopid", "storenumber", "warehouse", "branch", "channel", "序列", "店铺", "门店", "店铺id", "门店id",
                        "门店编号", "地区", "区域", "仓库", "渠道"}},
        {Role::Value, {"value", "y", "target", "demand", "visits", "count", "sold", "actual", "observation", "值", "数值", "需求",
                       "访问量"}},
    };
    return table;
}

/// "单价(元)", "Price [EUR]": what stands in brackets behind a name is its unit.
std::string_view withoutUnit(std::string_view header)
{
    for (const std::string_view bracket : {"(", "[", "\xef\xbc\x88"})
        if (const size_t at = header.find(bracket); at != std::string_view::npos && at > 0)
            header = header.substr(0, at);
    return header;
}

/// Traditional characters of such headers as simplified ones, which the table has.
std::string simplified(std::string name)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 30> pairs{{
        {"時", "时"}, {"間", "间"}, {"戶", "户"}, {"類", "类"}, {"為", "为"}, {"數", "数"}, {"單", "单"}, {"價", "价"},
        {"銷", "销"}, {"額", "额"}, {"訂", "订"}, {"號", "号"}, {"會", "会"}, {"話", "话"}, {"員", "员"}, {"買", "买"},
        {"總", "总"}, {"實", "实"}, {"編", "编"}, {"碼", "码"}, {"貨", "货"}, {"稱", "称"}, {"門", "门"}, {"購", "购"},
        {"項", "项"}, {"別", "别"}, {"產", "产"}, {"顧", "顾"}, {"鋪", "铺"}, {"標", "标"}}};
    for (const auto &[traditional, plain] : pairs)
        for (size_t at = name.find(traditional); at != std::string::npos; at = name.find(traditional, at))
            name.replace(at, traditional.size(), plain);
    return name;
}

std::string joined(std::string_view header)
{
    header = withoutUnit(header);
    std::string name;
    for (char c : header) {
        if (c == ' ' || c == '_' || c == '-' || c == '.' || c == '"' || c == '\'' || c == '#')
            continue;
        name += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
    return simplified(std::move(name));
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
    return !meaningOfWord(QString::fromUtf8(word.data(), qsizetype(word.size()))).isEmpty();
}

} // namespace foretrail

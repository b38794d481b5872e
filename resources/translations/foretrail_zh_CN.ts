<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Confirm</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Net revenue %1 stored, %2 in the rows read.</source>
        <translation>入库净收入 %1，读入各行合计 %2。</translation>
    </message>
    <message>
        <source>Sales lines</source>
        <translation>销售明细</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>行为事件</translation>
    </message>
    <message>
        <source>Ready-made series</source>
        <translation>现成序列</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>currency, amount</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The file has no rows.</source>
        <translation>文件中没有数据行。</translation>
    </message>
    <message>
        <source>Nothing new: all %1 rows were already there.</source>
        <translation>没有新数据：%1 行均已存在。</translation>
    </message>
    <message>
        <source>All %1 rows were stored.</source>
        <translation>%1 行全部入库。</translation>
    </message>
    <message>
        <source>%1 of %2 rows were stored.</source>
        <translation>共 %2 行，入库 %1 行。</translation>
    </message>
    <message>
        <source>Stored without a user: %1.</source>
        <translation>入库但没有用户的 %1 行。</translation>
    </message>
    <message>
        <source>Series: %1.</source>
        <translation>涉及序列 %1 条。</translation>
    </message>
    <message>
        <source>Other values for stored times, not taken: %1.</source>
        <translation>与已存数值不同而未采用的 %1 个。</translation>
    </message>
    <message>
        <source>Stored values replaced: %1.</source>
        <translation>替换已存数值 %1 个。</translation>
    </message>
    <message>
        <source>Net revenue stored: %1.</source>
        <translation>入库净收入：%1。</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>View</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>加购</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <comment>archive, file in it</comment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Taken back on %1. Its rows count nowhere; redo brings them back.</source>
        <translation>已于 %1 撤销。其数据行不再计入任何统计；重做可恢复。</translation>
    </message>
    <message>
        <source>Take back %1? Its %2 rows leave every list, chart and forecast made from now on.</source>
        <translation>撤销 %1？其 %2 行将不再出现在此后生成的列表、图表和预测中。</translation>
    </message>
    <message>
        <source> The %1 values that it replaced count again.</source>
        <translation>它替换的 %1 个值将重新计入。</translation>
    </message>
    <message>
        <source>

Runs and forecasts made from them stay, and say that their data has changed. The import can be redone at any time.</source>
        <translation>

用这些数据得到的训练记录和预测会保留，并注明数据已变更。此导入可随时重做。</translation>
    </message>
    <message>
        <source>Bring back %1? Its %2 rows count again, apart from those that another import has stored meanwhile.</source>
        <translation>恢复 %1？其 %2 行将重新计入，期间已由其他导入入库的行除外。</translation>
    </message>
    <message>
        <source>Rows of postage, fees and other non-products: %1, kept and flagged.</source>
        <translation>邮费、手续费等非商品行：%1 行，已保留并标记。</translation>
    </message>
    <message>
        <source>Rejected rows corrected and stored: %1.</source>
        <translation>更正后入库的被拒绝行：%1 行。</translation>
    </message>
    <message>
        <source>Rows at times that no clock showed, in the spring change: %1.</source>
        <translation>时间落在春季时钟拨快所跳过时段的行：%1 行。</translation>
    </message>
    <message>
        <source>Rows at times that the clock showed twice, in the autumn change: %1, read as the first.</source>
        <translation>时间落在秋季时钟拨慢而重复时段的行：%1 行，按第一次读取。</translation>
    </message>
    <message>
        <source>Took %1 s, %2 rows a second.</source>
        <translation>用时 %1 秒，每秒 %2 行。</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>%1 files: %2 – %3</source>
        <comment>number, first, last</comment>
        <translation>%1 个文件：%2 – %3</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>%1 of %2 taken back</source>
        <translation>%2 个中已撤销 %1 个</translation>
    </message>
    <message>
        <source>Taken back of its %1 files: %2. Their rows count nowhere; redo brings them back.</source>
        <translation>共 %1 个文件，已撤销 %2 个。已撤销文件的数据行不再计入任何统计；重做可恢复。</translation>
    </message>
    <message>
        <source>Take back %1? Their %2 rows leave every list, chart and forecast made from now on.</source>
        <translation>撤销 %1？这些文件的 %2 行将不再出现在此后生成的列表、图表和预测中。</translation>
    </message>
    <message>
        <source>

Runs and forecasts made from them stay, and say that their data has changed. All of it can be redone at any time, together or file by file.</source>
        <translation>

用这些数据得到的训练记录和预测会保留，并注明数据已变更。可随时整组重做，也可逐个文件重做。</translation>
    </message>
    <message>
        <source>Bring back %1? Their %2 rows count again, apart from those that another import has stored meanwhile.</source>
        <translation>恢复 %1？这些文件的 %2 行将重新计入，期间已由其他导入入库的行除外。</translation>
    </message>
    <message>
        <source>Returns: %1, of which %2 are cancelled invoices; %3 were matched to the sale that they reverse.</source>
        <translation>退货：%1 行，其中 %2 行为作废的发票；%3 行已与其冲销的销售配对。</translation>
    </message>
    <message>
        <source>Series: %1 or more; files of one go mostly continue the same ones.</source>
        <translation>序列：不少于 %1 条；同一批文件大多延续相同的序列。</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Corrections of rejected rows were typed and not fed yet: %1. They would be lost. Feed them on the Data page to keep them.</source>
        <translation>有 %1 处对被拒绝行的更正尚未提交，离开后将会丢失。如需保留，请先在“数据”页提交更正。</translation>
    </message>
    <message>
        <source>%1 is not finished. Stop it and close? What it has done so far is lost; the workspace stays as it was before.</source>
        <translation>“%1”尚未完成。要停止它并关闭吗？已完成的部分会丢失，工作区保持原样。</translation>
    </message>
    <message>
        <source>These jobs are not finished: %1. Stop them and close? What they have done so far is lost; the workspace stays as it was before.</source>
        <translation>以下任务尚未完成：%1。要停止它们并关闭吗？已完成的部分会丢失，工作区保持原样。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between jobs</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Leave %1</source>
        <translation>离开 %1</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>留在此处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Close Foretrail</source>
        <translation>关闭 Foretrail</translation>
    </message>
    <message>
        <source>Do not close</source>
        <translation>不关闭</translation>
    </message>
    <message>
        <source>All jobs have finished, so nothing need be stopped any more. Close Foretrail again to leave.</source>
        <translation>任务都已完成，不再需要中止什么。要退出请再次关闭 Foretrail。</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <comment>names, number</comment>
        <translation>%1，另有 %2 个</translation>
    </message>
    <message>
        <source>These trainings are not finished: %1. Stop and close? One in epochs can go on later from where it was kept last; the Train page lists it. Those that wait are forgotten.</source>
        <translation>以下训练尚未完成：%1。停止并关闭？按轮次训练的可以稍后从上次保存处继续，“训练”页会列出它。仍在排队的将被遗忘。</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Open the sample shop.</source>
        <translation>打开示例商店。</translation>
    </message>
    <message>
        <source>Draw every page on the sample shop into PNG files, light and dark, English and Chinese, then quit.</source>
        <translation>把示例商店的每个页面画成 PNG 文件（浅色与深色、英文与中文），然后退出。</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Quit once the window is on screen, to measure the start.</source>
        <translation>窗口显示后立即退出，用于测量启动时间。</translation>
    </message>
    <message>
        <source>Forecast an online shop and understand its shoppers.</source>
        <translation>预测网店销售，了解顾客。</translation>
    </message>
    <message>
        <source>A workspace to open, logs to import, or both.</source>
        <translation>要打开的工作区、要导入的日志，或两者同时给出。</translation>
    </message>
</context>
<context>
    <name>OptionsText</name>
    <message>
        <source>A forecast is by one model. Compare several with the verb backtest.</source>
        <translation>一次预测只用一个模型。要比较多个模型，请用 backtest。</translation>
    </message>
</context>
<context>
    <name>SampleWorkspace</name>
    <message>
        <source>The folder %1 cannot be made. Check who may write there.</source>
        <translation>无法创建文件夹 %1。请检查写入权限。</translation>
    </message>
    <message>
        <source>What was made could not be put at %1. Check who may write there.</source>
        <translation>无法把生成的文件保存到 %1。请检查写入权限。</translation>
    </message>
</context>
<context>
    <name>StoredTemplates</name>
    <message>
        <source>The template %1 cannot be deleted: %2</source>
        <translation>无法删除模板 %1：%2</translation>
    </message>
</context>
<context>
    <name>WorkspaceFiles</name>
    <message>
        <source>Workspaces (*.foretrail)</source>
        <translation>工作区 (*.foretrail)</translation>
    </message>
    <message>
        <source>shop</source>
        <translation>商店</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Import logs</source>
        <translation>导入日志</translation>
    </message>
    <message>
        <source>Logs and tables (*.csv *.tsv *.txt *.dat *.log *.xlsx *.jsonl *.ndjson *.json *.gz *.zip *.xz *.bz2 *.zst);;Workbooks (*.xlsx);;JSON lines (*.jsonl *.ndjson *.json);;All files (*)</source>
        <translation>日志和表格 (*.csv *.tsv *.txt *.dat *.log *.xlsx *.jsonl *.ndjson *.json *.gz *.zip *.xz *.bz2 *.zst);;工作簿 (*.xlsx);;JSON 行 (*.jsonl *.ndjson *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Where the imported rows are kept: a new workspace</source>
        <translation>导入的行保存在哪里：新建工作区</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>There is no file or folder %1. Check its name and place.</source>
        <translation>没有文件或文件夹 %1。请检查名称和位置。</translation>
    </message>
</context>
<context>
    <name>foretrail::AccuracyCharts</name>
    <message>
        <source>%1: forecast then, actual now</source>
        <translation>%1：当时的预测与如今的实际</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Actual now</source>
        <translation>如今的实际值</translation>
    </message>
    <message>
        <source>Error (% of what happened)</source>
        <translation>误差（占实际值 %）</translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation>平均误差</translation>
    </message>
    <message>
        <source>Mean error (%1)</source>
        <translation>平均误差（%1）</translation>
    </message>
    <message>
        <source>%1 by step ahead</source>
        <translation>按预测步的%1</translation>
    </message>
    <message>
        <source>Steps ahead</source>
        <translation>预测步</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n 个点</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::AccuracyReport</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Forecast from</source>
        <translation>预测起点</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>全部运行</translation>
    </message>
</context>
<context>
    <name>foretrail::AccuracyTable</name>
    <message>
        <source>Accuracy on the test part</source>
        <translation>测试段的准确度</translation>
    </message>
    <message>
        <source>WAPE</source>
        <translation>WAPE</translation>
    </message>
    <message>
        <source>Sum of absolute errors over the sum of what happened</source>
        <translation>绝对误差之和除以实际值之和</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Mean absolute error, in the unit of the series</source>
        <translation>平均绝对误差，单位与序列相同</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Root of the mean squared error, in the unit of the series</source>
        <translation>均方根误差，单位与序列相同</translation>
    </message>
    <message>
        <source>MASE</source>
        <translation>MASE</translation>
    </message>
    <message>
        <source>Mean absolute error over that of the seasonal naive inside the training part</source>
        <translation>平均绝对误差与训练段内季节性朴素法误差之比</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Positive: more happened than was forecast</source>
        <translation>正值：实际高于预测</translation>
    </message>
    <message>
        <source>80 % band held</source>
        <translation>80 % 区间覆盖率</translation>
    </message>
    <message>
        <source>Share of the test part inside the 80 % band</source>
        <translation>测试段落在 80 % 区间内的比例</translation>
    </message>
    <message>
        <source>95 % band held</source>
        <translation>95 % 区间覆盖率</translation>
    </message>
    <message>
        <source>Share of the test part inside the 95 % band</source>
        <translation>测试段落在 95 % 区间内的比例</translation>
    </message>
    <message>
        <source>this</source>
        <translation>本模型</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基线</translation>
    </message>
</context>
<context>
    <name>foretrail::ActivityForecast</name>
    <message numerus="yes">
        <source>Active in %n week(s): too few for a forecast of the activity, which needs %1.</source>
        <translation>
            <numerusform>仅在 %n 周有活动，不足以预测；至少需要 %1 周。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Active on %n day(s): too few for a forecast of the activity, which needs %1.</source>
        <translation>
            <numerusform>仅在 %n 天有活动，不足以预测；至少需要 %1 天。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::AdPolicy</name>
    <message>
        <source>%1 of a policy is a number from %2 to %3.</source>
        <translation>策略的 %1 是 %2 到 %3 之间的数。</translation>
    </message>
    <message>
        <source>There is no policy &quot;%1&quot;. There are: %2.</source>
        <translation>没有策略“%1”。可用的有：%2。</translation>
    </message>
    <message>
        <source>A policy has no &quot;%1&quot;. It takes %2.</source>
        <translation>策略没有“%1”。可用的有：%2。</translation>
    </message>
    <message>
        <source>A policy needs at least one item and one feature.</source>
        <translation>策略至少需要一个商品和一个特征。</translation>
    </message>
</context>
<context>
    <name>foretrail::AdjustTab</name>
    <message>
        <source>Manager</source>
        <translation>经理</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析师</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason of the next corrections</source>
        <translation>后续修正的原因</translation>
    </message>
    <message>
        <source>Whose corrections</source>
        <translation>谁的修正</translation>
    </message>
    <message>
        <source>Corrections stay when the forecast is made anew</source>
        <translation>重新预测后修正仍然保留</translation>
    </message>
    <message>
        <source>Of points dragged on the chart and totals that are spread. The manager&apos;s corrections lie on what the analyst left.</source>
        <translation>用于图上拖动的点和分摊的合计。经理的修正叠加在分析师的结果之上。</translation>
    </message>
    <message>
        <source>Corrections, a row a step</source>
        <translation>修正，每步一行</translation>
    </message>
    <message>
        <source>What past corrections were worth</source>
        <translation>以往修正的价值</translation>
    </message>
    <message>
        <source>promotion</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>price change</source>
        <translation>调价</translation>
    </message>
    <message>
        <source>out of stock</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>new product</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>known order</source>
        <translation>已知订单</translation>
    </message>
    <message>
        <source>As %1</source>
        <comment>As analyst</comment>
        <translation>以%1身份</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>What can be done with the chosen steps</source>
        <translation>可对所选步执行的操作</translation>
    </message>
    <message>
        <source>Spread a total…</source>
        <translation>分摊合计…</translation>
    </message>
    <message>
        <source>Gives the chosen steps this total, in the proportions of the forecast</source>
        <translation>按预测比例把此合计分给所选各步</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Takes the corrections of the chosen steps away</source>
        <translation>删除所选各步的修正</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Value added</source>
        <translation>增值</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>更接近</translation>
    </message>
    <message>
        <source>MAE before</source>
        <translation>修正前 MAE</translation>
    </message>
    <message>
        <source>MAE after</source>
        <translation>修正后 MAE</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Analyst: promotion</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>There is no forecast to correct yet.</source>
        <translation>还没有可修正的预测。</translation>
    </message>
    <message numerus="yes">
        <source>%n steps corrected: the total goes from %1 to %2</source>
        <translation>
            <numerusform>已修正 %n 步：合计由 %1 变为 %2</numerusform>
        </translation>
    </message>
    <message>
        <source> (%1).</source>
        <translation>（%1）。</translation>
    </message>
    <message>
        <source>Spread a total</source>
        <translation>分摊合计</translation>
    </message>
    <message numerus="yes">
        <source>Total of %n steps</source>
        <translation>
            <numerusform>%n 步合计</numerusform>
        </translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>分摊</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no total. Type a number.</source>
        <translation>“%1”不是合计。请输入数字。</translation>
    </message>
    <message>
        <source>Keeping corrections</source>
        <translation>保存修正</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Corrections or what past ones were worth</source>
        <translation>修正，或以往修正的价值</translation>
    </message>
    <message>
        <source>without a reason</source>
        <translation>未说明原因</translation>
    </message>
    <message numerus="yes">
        <source>%n of them were made on an earlier forecast.</source>
        <translation>
            <numerusform>其中 %n 步是在较早的预测上修正的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Type 120, +10 % or -5 into the column of analyst or manager, or drag a point on the chart.</source>
        <translation>在“分析师”或“经理”列输入 120、+10 % 或 -5，或在图上拖动一个点。</translation>
    </message>
</context>
<context>
    <name>foretrail::AdjustedForecast</name>
    <message>
        <source>&quot;%1&quot; is no correction. Type a value (120), per cent (+10 %) or so much more or less (+3).</source>
        <translation>“%1”不是修正。请输入数值（120）、百分比（+10 %）或增减量（+3）。</translation>
    </message>
</context>
<context>
    <name>foretrail::AnnotationStore</name>
    <message>
        <source>A note needs a text. Write one.</source>
        <translation>备注需要文字。请填写。</translation>
    </message>
    <message>
        <source>A note has at most %1 characters. Shorten it.</source>
        <translation>备注最多 %1 个字符。请缩短。</translation>
    </message>
    <message>
        <source>The note is no longer there.</source>
        <translation>该备注已不存在。</translation>
    </message>
</context>
<context>
    <name>foretrail::AppSession</name>
    <message>
        <source>No workspace is open. Open one on the Start page.</source>
        <translation>没有打开的工作区。请在开始页打开一个。</translation>
    </message>
    <message>
        <source>Creating %1</source>
        <translation>正在创建 %1</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Making the sample shop</source>
        <translation>正在生成示例商店</translation>
    </message>
    <message>
        <source>Reading the workspace</source>
        <translation>正在读取工作区</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Looking up a segment</source>
        <translation>正在查找分群</translation>
    </message>
    <message>
        <source>Saved %1 in %2</source>
        <comment>names of files, folder</comment>
        <translation>已将 %1 保存到 %2</translation>
    </message>
    <message>
        <source>%1 is open for reading only, since it or its folder cannot be written. Everything can be looked at and exported. To train, correct or import, copy the file to a folder of yours and open the copy.</source>
        <translation>%1 以只读方式打开，因为该文件或其文件夹不可写入。所有内容都可以查看和导出。若要训练、修正或导入，请将文件复制到您自己的文件夹并打开副本。</translation>
    </message>
    <message>
        <source>Making the teaching series</source>
        <translation>正在生成教学序列</translation>
    </message>
</context>
<context>
    <name>foretrail::ArAutoForecaster</name>
    <message>
        <source>All values are equal: repeats them.</source>
        <translation>所有数值相同：重复该值。</translation>
    </message>
    <message>
        <source>Of the changes of the changes against %1 steps before.</source>
        <translation>针对与 %1 步之前相比的变化再做逐步差分后的序列。</translation>
    </message>
    <message>
        <source>Of the changes against %1 steps before.</source>
        <translation>针对与 %1 步之前相比的变化。</translation>
    </message>
    <message>
        <source>Of the changes from step to step.</source>
        <translation>针对逐步变化。</translation>
    </message>
    <message>
        <source>On the scale of logarithms.</source>
        <translation>在对数尺度上。</translation>
    </message>
    <message>
        <source>On the scale of square roots.</source>
        <translation>在平方根尺度上。</translation>
    </message>
</context>
<context>
    <name>foretrail::ArContinuation</name>
    <message>
        <source>The coefficients run away when they go on with the new observations. Refit the model instead.</source>
        <translation>系数随新观测值继续更新时发散。请改为重新拟合模型。</translation>
    </message>
    <message>
        <source>There are no new observations to go on with.</source>
        <translation>没有可供继续更新的新观测值。</translation>
    </message>
</context>
<context>
    <name>foretrail::ArForecaster</name>
    <message>
        <source>All values are equal: repeats them.</source>
        <translation>所有数值相同：重复该值。</translation>
    </message>
</context>
<context>
    <name>foretrail::ArFourierForecaster</name>
    <message>
        <source>The stored model is damaged: its terms and coefficients do not agree. Train it again.</source>
        <translation>保存的模型已损坏：项数与系数不符。请重新训练。</translation>
    </message>
    <message>
        <source>a trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>%1 Fourier pairs of season %2</source>
        <translation>周期 %2 的 %1 对傅里叶项</translation>
    </message>
    <message>
        <source>zero at %1 of %2 steps of the season</source>
        <translation>季节周期 %2 步中有 %1 步为零</translation>
    </message>
    <message>
        <source>AR(%1) errors</source>
        <translation>AR(%1) 误差</translation>
    </message>
    <message>
        <source>changes of the logarithm</source>
        <translation>对数差分</translation>
    </message>
    <message>
        <source>the logarithm</source>
        <translation>对数值</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>差分值</translation>
    </message>
    <message>
        <source>the values</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>On %1: %2, chosen by AICc.</source>
        <translation>基于%1：%2，按 AICc 选出。</translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n 列特征</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns of the recipe tell nothing and are left out.</source>
        <translation>
            <numerusform>配方中的 %n 列没有提供信息，已略去。</numerusform>
        </translation>
    </message>
    <message>
        <source>All values are equal: repeats them.</source>
        <translation>所有数值相同：重复该值。</translation>
    </message>
</context>
<context>
    <name>foretrail::ArOfChanges</name>
    <message>
        <source>AR(%1) of the changes from step to step.</source>
        <translation>对逐步变化量做 AR(%1)。</translation>
    </message>
    <message>
        <source>AR(%1) of the changes against %2 steps before.</source>
        <translation>对相隔 %2 步的变化量做 AR(%1)。</translation>
    </message>
    <message>
        <source>Changes are shares: of logarithms.</source>
        <translation>变化以比例计：取对数之后。</translation>
    </message>
</context>
<context>
    <name>foretrail::ArSearch</name>
    <message>
        <source>the errors at earlier origins</source>
        <comment>an order is chosen by</comment>
        <translation>先前各起点的误差</translation>
    </message>
    <message>
        <source>least squares</source>
        <comment>an autoregression is estimated by</comment>
        <translation>最小二乘</translation>
    </message>
    <message>
        <source>Burg, as by least squares it would run away</source>
        <comment>an autoregression is estimated by</comment>
        <translation>Burg 法（最小二乘的结果会发散）</translation>
    </message>
    <message>
        <source>AR(%1), by %2.</source>
        <comment>order, method</comment>
        <translation>AR(%1)，估计方法：%2。</translation>
    </message>
    <message>
        <source>AR(%1), chosen by %2 among 0 to %3, by %4.</source>
        <comment>order, criterion, largest order, method</comment>
        <translation>AR(%1)，按%2在 0 到 %3 之间选定，估计方法：%4。</translation>
    </message>
</context>
<context>
    <name>foretrail::AttributeSeries</name>
    <message>
        <source>Nothing is known of the imported series. Import a table of their attributes first.</source>
        <translation>导入的序列没有属性信息。请先导入其属性表。</translation>
    </message>
    <message>
        <source>No table says &quot;%1&quot; of the imported series. There are: %2.</source>
        <translation>没有表给出导入序列的“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>No series has &quot;%1&quot; as its %2.</source>
        <translation>没有“%2”为“%1”的序列。</translation>
    </message>
    <message>
        <source>The series of %1 have different steps and cannot be summed. Choose series by their keys.</source>
        <translation>%1 的各序列时间粒度不同，无法求和。请按名称选择序列。</translation>
    </message>
    <message>
        <source>The series of %1 span %2 steps, more than memory should hold.</source>
        <translation>%1 的各序列跨 %2 步，超出内存限度。</translation>
    </message>
</context>
<context>
    <name>foretrail::AttributeSink</name>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1 rows say something else than what is stored; the stored values were kept.</source>
        <translation>%1 行的内容与已存的不同；保留已存的值。</translation>
    </message>
</context>
<context>
    <name>foretrail::Audience</name>
    <message>
        <source>The events have no time, so nobody can say how many respond in some days: the order of the users is all there is.</source>
        <translation>事件没有时间，无法判断若干天内有多少人响应：只能给出用户的排序。</translation>
    </message>
    <message numerus="yes">
        <source>Too little lies before the last %n days to test on: the order of the users is all there is.</source>
        <translation>
            <numerusform>最后 %n 天之前的数据太少，无法检验：只能给出用户的排序。</numerusform>
        </translation>
    </message>
    <message>
        <source>The log names no users, so nobody can be told who should see this. Import it with a user column.</source>
        <translation>日志中没有用户，无法判断该给谁看。请连同用户列一起导入。</translation>
    </message>
    <message numerus="yes">
        <source>Users who did this in the last %n day(s): %1 of %2. That is too little to tell rates by (%3 at least): the order of the users is all there is.</source>
        <translation>
            <numerusform>最近 %n 天内这样做的用户：%2 位中的 %1 位。这太少，无法给出比率（至少 %3 位）：只能给出用户的顺序。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model names it for %n user(s); behind stand those who came last.</source>
        <translation>
            <numerusform>模型为 %n 位用户给出了它；其后是最近来过的用户。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) left out by the rule.</source>
        <translation>
            <numerusform>按规则排除了 %n 位用户。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tested on the last %n day(s): of the first users in the order, as many as this list has, %1 % responded (%2 to %3 %), of users picked at random %4 %: %5 times as many. The table tells for each user the rate of their whole part of the order.</source>
        <translation>
            <numerusform>用最近 %n 天检验：排序最前、与此列表同样多的用户中有 %1 % 响应（%2 至 %3 %），随机选取的用户为 %4 %：是其 %5 倍。表中为每位用户给出其所在整段排序的响应率。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items are called &quot;%1&quot;. Say the key of one of them: %2.</source>
        <translation>
            <numerusform>有 %n 件商品名为“%1”。请写出其中一件的编号：%2。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::AudienceModel</name>
    <message>
        <source>%1 of %2 users of this part of the order responded</source>
        <translation>这一段的 %2 位用户中有 %1 位响应</translation>
    </message>
    <message>
        <source>#</source>
        <comment>place on a list</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>lower end of the 95 % interval</comment>
        <translation>下限</translation>
    </message>
    <message>
        <source>High</source>
        <comment>upper end of the 95 % interval</comment>
        <translation>上限</translation>
    </message>
</context>
<context>
    <name>foretrail::AudienceScores</name>
    <message>
        <source>Scoring users</source>
        <translation>正在为用户评分</translation>
    </message>
</context>
<context>
    <name>foretrail::AudienceView</name>
    <message>
        <source>Show users</source>
        <translation>显示用户</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>No rates can be told.</source>
        <translation>无法估计响应率。</translation>
    </message>
    <message>
        <source>Name an item or a category: the users that it suits best come first, with the response that may be expected.</source>
        <translation>请输入商品或类目：最适合的用户排在最前，并给出预期响应率。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>any event counts</source>
        <translation>任何事件都算</translation>
    </message>
    <message>
        <source>purchases count</source>
        <translation>只算购买</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>who bought it</source>
        <translation>已购买者</translation>
    </message>
    <message>
        <source>who saw it</source>
        <translation>已浏览者</translation>
    </message>
    <message>
        <source>What is to be shown</source>
        <translation>要展示的内容</translation>
    </message>
    <message>
        <source>Name or key</source>
        <translation>名称或键</translation>
    </message>
    <message>
        <source>What counts as a response</source>
        <translation>什么算作响应</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Users on the list</source>
        <translation>列表中的用户数</translation>
    </message>
    <message>
        <source>Days to respond</source>
        <translation>响应天数</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>The same number of days at the end of the data tests it. Usual: 30, at most a fifth of the data</source>
        <translation>用数据末尾相同的天数来检验。默认：30 天，且不超过数据的五分之一</translation>
    </message>
    <message>
        <source>Users left out</source>
        <translation>排除的用户</translation>
    </message>
    <message>
        <source>Users that are left out</source>
        <translation>被排除的用户</translation>
    </message>
    <message>
        <source>What comes next for this user</source>
        <translation>该用户接下来是什么</translation>
    </message>
    <message>
        <source>Users by score</source>
        <translation>按评分排列的用户</translation>
    </message>
</context>
<context>
    <name>foretrail::AutoWithNetwork</name>
    <message>
        <source>The stored model is damaged. Train it again.</source>
        <translation>存储的模型已损坏，请重新训练。</translation>
    </message>
    <message>
        <source>The series are too short to try a network: without one.</source>
        <translation>序列太短，无法试用网络：此处不用网络。</translation>
    </message>
    <message>
        <source>Automatic, with a network</source>
        <translation>自动（含网络）</translation>
    </message>
    <message>
        <source>Automatic, mixed with one LSTM over all series where that would have forecast them better.</source>
        <translation>自动；若跨序列的 LSTM 能预测得更好，则与之混合。</translation>
    </message>
    <message numerus="yes">
        <source>A network over all series would not have lowered the error of %n series by 1 %: without it.</source>
        <translation>
            <numerusform>在 %n 个序列的过去，加入跨序列网络不能使误差降低 1 %：不使用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A network over all series counts %1 %: that would have lowered the error of %n series by %2 %.</source>
        <translation>
            <numerusform>跨序列网络占 %1 %：在 %n 个序列的过去，这会使误差降低 %2 %。</numerusform>
        </translation>
    </message>
    <message>
        <source>A network learns from %1 series or more that end together with this one: without one.</source>
        <translation>网络至少需要 %1 个与此序列同时结束的序列才能学习：此处不用网络。</translation>
    </message>
</context>
<context>
    <name>foretrail::Backtest</name>
    <message>
        <source>The number of folds must be from 1 to 10000.</source>
        <translation>折数应在 1 到 10000 之间。</translation>
    </message>
    <message>
        <source>There is no series to test on. Import data first.</source>
        <translation>没有可供回测的序列。请先导入数据。</translation>
    </message>
    <message>
        <source>%1 folds of %2 steps need longer series. Choose fewer folds or a shorter horizon.</source>
        <translation>%1 折、每折 %2 步需要更长的序列。请减少折数或缩短预测步长。</translation>
    </message>
    <message>
        <source>The folds reach into the first half of the series, where other weekdays have no trade. Ask for fewer folds, or choose the days in the step &quot;Trading days&quot;.</source>
        <translation>各折延伸到序列的前半段，而那里没有交易的星期几不同。请减少折数，或在“营业日”步骤中指定日子。</translation>
    </message>
    <message>
        <source>%1 is no window of a backtest. There are expanding and sliding.</source>
        <translation>回测没有名为 %1 的窗口。可用的有 expanding 和 sliding。</translation>
    </message>
    <message>
        <source>%1 does not say when models are fitted. There are every and once.</source>
        <translation>%1 没有说明何时拟合模型。可用的有 every 和 once。</translation>
    </message>
    <message>
        <source>The stride must be from 1 to %1 steps, or 0 for the horizon.</source>
        <translation>步幅必须为 1 到 %1 步，0 表示等于预测步长。</translation>
    </message>
    <message>
        <source>An expanding window has no length. Choose a sliding one.</source>
        <translation>扩展窗口没有长度。请选择滑动窗口。</translation>
    </message>
    <message>
        <source>The length of a window must be from 2 to %1 steps.</source>
        <translation>窗口长度必须为 2 到 %1 步。</translation>
    </message>
    <message>
        <source>%1 folds of %2 steps and a window of %3 need longer series, or the window holds too little for a model. Choose fewer folds or another length of the window.</source>
        <translation>%1 折、每折 %2 步、窗口 %3 步需要更长的序列，或者窗口对模型来说太短。请减少折数，或换一个窗口长度。</translation>
    </message>
    <message>
        <source>%1 folds that lie %2 steps apart need longer series. Choose fewer folds or a shorter stride.</source>
        <translation>间隔 %2 步的 %1 折需要更长的序列。请减少折数或缩短间隔。</translation>
    </message>
</context>
<context>
    <name>foretrail::BacktestCharts</name>
    <message>
        <source>fold %1</source>
        <translation>第 %1 折</translation>
    </message>
    <message>
        <source>1 fold of %1</source>
        <comment>of 28 days</comment>
        <translation>1 折，%1</translation>
    </message>
    <message>
        <source>%1 folds of %2</source>
        <comment>4 folds of 28 days</comment>
        <translation>%1 折，每折 %2</translation>
    </message>
    <message>
        <source>Error by origin</source>
        <translation>各预测起点的误差</translation>
    </message>
    <message>
        <source>First step of the fold</source>
        <translation>该折的第一步</translation>
    </message>
    <message>
        <source>Error by step ahead</source>
        <translation>各预测步的误差</translation>
    </message>
    <message>
        <source>Steps ahead</source>
        <translation>预测步数</translation>
    </message>
    <message>
        <source>Error by weekday</source>
        <translation>各星期几的误差</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>How often each model is best</source>
        <translation>各模型最佳的次数</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>foretrail::BacktestColumns</name>
    <message>
        <source>&lt; %1</source>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>metric, unit: MAE, EUR</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>WAPE</source>
        <translation>WAPE</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>技巧分</translation>
    </message>
    <message>
        <source>Better on</source>
        <translation>占优序列</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p 值</translation>
    </message>
    <message>
        <source>MASE</source>
        <translation>MASE</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>sMAPE</source>
        <translation>sMAPE</translation>
    </message>
    <message>
        <source>RMSSE</source>
        <translation>RMSSE</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>80 % band</source>
        <translation>80 % 区间</translation>
    </message>
    <message>
        <source>95 % band</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>MSIS</source>
        <translation>MSIS</translation>
    </message>
    <message>
        <source>Sum of absolute errors over the sum of what happened: the smaller the better</source>
        <translation>绝对误差之和除以实际值之和，越小越好</translation>
    </message>
    <message>
        <source>How much smaller the mean absolute error is than the baseline&apos;s: 0 is as good, 100 exact, below 0 worse</source>
        <translation>平均绝对误差比基线小多少：0 表示相当，100 表示完全准确，负数表示更差</translation>
    </message>
    <message>
        <source>Share of the series on which the model comes closer than the baseline</source>
        <translation>模型比基线更准确的序列所占比例</translation>
    </message>
    <message>
        <source>How often chance alone brings about such a difference from the baseline: up to 0.05 it counts as clear</source>
        <translation>仅凭偶然产生与基线如此差异的概率：不超过 0.05 才算明显</translation>
    </message>
    <message>
        <source>Mean absolute error over that of repeating the last season inside the learning part: below 1 is closer than that</source>
        <translation>平均绝对误差除以学习段内重复上一季节的平均绝对误差：小于 1 表示比它更准确</translation>
    </message>
    <message>
        <source>Mean absolute error, in the unit of the series: the smaller the better</source>
        <translation>平均绝对误差，单位与序列相同，越小越好</translation>
    </message>
    <message>
        <source>Root of the mean squared error, in the unit of the series: large errors weigh more</source>
        <translation>均方根误差，单位与序列相同，大误差权重更高</translation>
    </message>
    <message>
        <source>Mean of the absolute error over the middle between forecast and what happened: 0 is exact, 200 the worst</source>
        <translation>绝对误差除以预测值与实际值的中间值后取平均：0 表示完全准确，200 为最差</translation>
    </message>
    <message>
        <source>Root of the mean squared error over that of repeating the last value inside the learning part: the smaller the better</source>
        <translation>均方根误差除以学习段内重复上一个值的均方根误差，越小越好</translation>
    </message>
    <message>
        <source>Sum of the errors over the sum of what happened: above 0 more happened than was forecast</source>
        <translation>误差之和除以实际值之和：大于 0 表示实际高于预测</translation>
    </message>
    <message>
        <source>Share of what happened inside the 80 % band, beside the 80 % promised: the nearer the better</source>
        <translation>实际值落入 80 % 区间的比例，与承诺的 80 % 对照，越接近越好</translation>
    </message>
    <message>
        <source>Share of what happened inside the 95 % band, beside the 95 % promised: the nearer the better</source>
        <translation>实际值落入 95 % 区间的比例，与承诺的 95 % 对照，越接近越好</translation>
    </message>
    <message>
        <source>Mean width of the 95 % band with a penalty for what lies outside, over the scale of MASE: the smaller the better</source>
        <translation>95 % 区间的平均宽度加上落在区间外的惩罚，再除以 MASE 的尺度，越小越好</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>share achieved, share promised</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>foretrail::BacktestGroups</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>&amp;Grouped by</source>
        <translation>分组依据(&amp;G)</translation>
    </message>
    <message>
        <source>What an imported catalogue says of the series</source>
        <translation>导入的目录表中关于这些序列的属性</translation>
    </message>
    <message>
        <source>Errors by group</source>
        <translation>按组的误差</translation>
    </message>
</context>
<context>
    <name>foretrail::BacktestInspector</name>
    <message>
        <source>&amp;Series</source>
        <translation>序列(&amp;S)</translation>
    </message>
    <message>
        <source>Series that are tested</source>
        <translation>参与回测的序列</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>Folds, in steps</source>
        <translation>折的设置（以步计）</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>The chosen ones</source>
        <translation>左侧选中的</translation>
    </message>
    <message>
        <source>The largest %1</source>
        <translation>最大的 %1 个</translation>
    </message>
    <message>
        <source>The only one</source>
        <translation>唯一的序列</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1 个</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>setting: what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No series is chosen. Choose one at the left, or test all.</source>
        <translation>没有选中序列。请在左侧选择，或回测全部序列。</translation>
    </message>
    <message>
        <source>No model is chosen. Choose one at least.</source>
        <translation>没有选中模型。请至少选择一个。</translation>
    </message>
    <message>
        <source>The baseline repeats a season of %1 steps, and the first fold knows %2. Choose a shorter season, or 1 for none.</source>
        <translation>基线重复 %1 步的季节，而第一折只知道 %2 步。请选择更短的季节，或填 1 表示没有季节。</translation>
    </message>
    <message>
        <source>%1 steps lie before the first origin: choose a window of at most that.</source>
        <translation>第一个预测起点之前有 %1 步：窗口不能超过它。</translation>
    </message>
    <message>
        <source>The longest series has %1 steps, and these folds need %2. Choose fewer folds, or a shorter horizon or stride.</source>
        <translation>最长的序列有 %1 步，而这些折需要 %2 步。请减少折数，或缩短预测步长或间隔。</translation>
    </message>
    <message>
        <source>Networks are off: each trains anew in every fold, which takes long.</source>
        <translation>神经网络未选中：它们在每一折都要重新训练，耗时较长。</translation>
    </message>
    <message>
        <source>Networks take long: there are %1 trainings, one after the other.</source>
        <translation>神经网络耗时较长：共有 %1 次训练，依次进行。</translation>
    </message>
    <message>
        <source>Of %1 steps the last %2 are judged.</source>
        <comment>of the longest series</comment>
        <translation>共 %1 步，用最后 %2 步评判。</translation>
    </message>
    <message>
        <source>Of %1 steps some of the last %2 are judged.</source>
        <comment>of the longest series</comment>
        <translation>共 %1 步，用最后 %2 步中的一部分评判。</translation>
    </message>
    <message>
        <source>Without a season the baseline repeats the last value.</source>
        <translation>没有季节时，基线重复上一个值。</translation>
    </message>
    <message>
        <source>%1 of %2 series are too short and will be left out.</source>
        <translation>%2 个序列中有 %1 个太短，将不参与。</translation>
    </message>
    <message>
        <source>One series, chosen at the left</source>
        <translation>左侧选中的一个序列</translation>
    </message>
    <message>
        <source>%1 series, chosen at the left</source>
        <translation>左侧选中的 %1 个序列</translation>
    </message>
</context>
<context>
    <name>foretrail::BacktestModel</name>
    <message>
        <source>The best of this column</source>
        <translation>本列最佳</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>model: how it did</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, the best</source>
        <comment>a number</comment>
        <translation>%1，最佳</translation>
    </message>
    <message>
        <source>%1 (baseline)</source>
        <translation>%1（基线）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title of a model: its explanation</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>foretrail::BacktestPage</name>
    <message>
        <source>Backtest of models</source>
        <translation>各模型回测</translation>
    </message>
    <message>
        <source>Backtest by step fold series</source>
        <translation>回测分组误差</translation>
    </message>
    <message>
        <source>Backtest scores</source>
        <translation>回测明细</translation>
    </message>
    <message>
        <source>Run the backtest</source>
        <translation>运行回测</translation>
    </message>
    <message>
        <source>Copy the table of models</source>
        <translation>复制模型表</translation>
    </message>
    <message>
        <source>Export the table of models (CSV)</source>
        <translation>导出模型表（CSV）</translation>
    </message>
    <message>
        <source>Export errors by step, fold, series and weekday (CSV)</source>
        <translation>导出按步、折、序列和星期的误差（CSV）</translation>
    </message>
    <message>
        <source>Export the scores of every fold (CSV)</source>
        <translation>导出每一折的明细（CSV）</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>No data yet. Import a log or a table of series.</source>
        <translation>还没有数据。请导入日志或序列表。</translation>
    </message>
    <message>
        <source>A backtest is running.</source>
        <translation>正在回测。</translation>
    </message>
    <message>
        <source>The series are being read.</source>
        <translation>正在读取序列。</translation>
    </message>
    <message>
        <source>Nothing answers this question. Choose another measure.</source>
        <translation>没有数据能回答这个问题。请选择其他指标。</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Go to Start</source>
        <translation>转到开始页</translation>
    </message>
    <message>
        <source>What the backtest finds appears here.</source>
        <translation>回测结果将显示在这里。</translation>
    </message>
    <message>
        <source>Nothing tested yet. A backtest lets each model forecast from several moments of the past and compares with what happened then.</source>
        <translation>还没有回测。回测让每个模型从过去的多个时刻开始预测，再与实际情况比较。</translation>
    </message>
    <message>
        <source>Tests the chosen models in the background</source>
        <translation>在后台回测选中的模型</translation>
    </message>
    <message>
        <source>How well models would have forecast %1 from several moments of the past.</source>
        <translation>各模型若从过去多个时刻预测%1，会有多准确。</translation>
    </message>
    <message>
        <source>The data changed after this backtest.</source>
        <translation>这次回测之后数据有变化。</translation>
    </message>
    <message>
        <source>These numbers are of other settings than those at hand.</source>
        <translation>这些数字来自另一组设置，与当前设置不同。</translation>
    </message>
    <message>
        <source>Backtest of %1</source>
        <translation>回测 %1</translation>
    </message>
    <message>
        <source>Stopping it keeps what is shown now.</source>
        <translation>停止后，当前显示的结果保持不变。</translation>
    </message>
    <message>
        <source>Stopped: nothing was changed.</source>
        <translation>已停止：结果没有变化。</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>回测</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Exporting the backtest</source>
        <translation>导出回测</translation>
    </message>
</context>
<context>
    <name>foretrail::BacktestSeriesModel</name>
    <message>
        <source>, </source>
        <comment>between models that are equally good</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Show the forecast of %1</source>
        <translation>查看 %1 的预测</translation>
    </message>
    <message>
        <source>The model with the smallest mean absolute error on this series</source>
        <translation>在该序列上平均绝对误差最小的模型</translation>
    </message>
    <message>
        <source>WAPE of the baseline, %1</source>
        <translation>基线 %1 的 WAPE</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Best model</source>
        <translation>最佳模型</translation>
    </message>
    <message>
        <source>WAPE, %</source>
        <translation>WAPE（%）</translation>
    </message>
    <message>
        <source>Baseline, %</source>
        <translation>基线（%）</translation>
    </message>
</context>
<context>
    <name>foretrail::BacktestView</name>
    <message>
        <source>By fold</source>
        <translation>按折</translation>
    </message>
    <message>
        <source>By step</source>
        <translation>按步</translation>
    </message>
    <message>
        <source>Winners</source>
        <translation>最佳模型</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差序列</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>按星期</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Models by metric</source>
        <translation>各模型的指标</translation>
    </message>
    <message>
        <source>Series with their best model</source>
        <translation>各序列及其最佳模型</translation>
    </message>
    <message>
        <source>Series, the worst first</source>
        <translation>序列，最差的在前</translation>
    </message>
    <message>
        <source>Worst &amp;for</source>
        <translation>对哪个模型最差(&amp;F)</translation>
    </message>
    <message>
        <source>The model whose errors stand beside the baseline&apos;s</source>
        <translation>与基线误差并列的模型</translation>
    </message>
    <message>
        <source>One fold alone has no course over time. Choose more folds.</source>
        <translation>只有一折，看不出随时间的变化。请增加折数。</translation>
    </message>
    <message>
        <source>A horizon of one step has no course. Choose a longer one.</source>
        <translation>预测步长只有一步，看不出变化。请选择更长的步长。</translation>
    </message>
    <message>
        <source>Error in the charts</source>
        <translation>图中的误差</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <comment>ar-fourier is 12 % closer than ...</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>No error could be told: nothing was observed in the folds.</source>
        <translation>无法得出误差：各折内没有观测值。</translation>
    </message>
    <message>
        <source>%1 series</source>
        <translation>%1 个序列</translation>
    </message>
    <message>
        <source>%1 series too short, left out</source>
        <translation>%1 个序列太短，未参与</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
</context>
<context>
    <name>foretrail::BarChart</name>
    <message numerus="yes">
        <source>%n bars. Lowest %1, highest %2.</source>
        <comment>9 bars. Lowest Mon: -3, highest Fri: 12.</comment>
        <translation>
            <numerusform>%n 个柱。最低 %1，最高 %2。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Baselines</name>
    <message>
        <source>The last value, repeated.</source>
        <translation>重复最后一个值。</translation>
    </message>
    <message>
        <source>The value %1 steps before.</source>
        <translation>%1 步之前的值。</translation>
    </message>
    <message>
        <source>The last value, moved by %1 a step.</source>
        <translation>最后一个值，每步变动 %1。</translation>
    </message>
    <message>
        <source>The mean of %1 observations.</source>
        <translation>%1 个观测值的均值。</translation>
    </message>
    <message>
        <source>The mean of the last %1 values.</source>
        <translation>最近 %1 个值的均值。</translation>
    </message>
    <message>
        <source>The only value, repeated; how far the next may be away is a guess: its own size.</source>
        <translation>重复唯一的值；下一个值可能偏离多远只是猜测：与其自身大小相当。</translation>
    </message>
</context>
<context>
    <name>foretrail::BehaviourPage</name>
    <message>
        <source>Export numbers</source>
        <translation>导出数据</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>留存</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>生命周期</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>Go to Start</source>
        <translation>转到开始页</translation>
    </message>
    <message>
        <source>Import a log</source>
        <translation>导入日志</translation>
    </message>
    <message>
        <source>Reading the events was stopped.</source>
        <translation>读取事件已停止。</translation>
    </message>
    <message>
        <source>Read them</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Reading events</source>
        <translation>正在读取事件</translation>
    </message>
    <message>
        <source>Reading what users did</source>
        <translation>正在读取用户行为</translation>
    </message>
    <message>
        <source>Stopping changes nothing; the events can be read again.</source>
        <translation>停止不会改变任何数据；可以重新读取事件。</translation>
    </message>
    <message>
        <source>Segment %1: %2</source>
        <translation>分群 %1：%2</translation>
    </message>
    <message>
        <source>Export the numbers</source>
        <translation>导出数据</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>正在导出 %1</translation>
    </message>
    <message>
        <source>Export of %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>Export whole paths</source>
        <translation>导出完整路径</translation>
    </message>
    <message>
        <source>Here are series alone, without users. Import a log that says who did what. The series are on the page Forecast.</source>
        <translation>这里只有序列，没有用户。请导入记录谁做了什么的日志。序列见“预测”页。</translation>
    </message>
    <message>
        <source>No events yet. Import a log that says who did what.</source>
        <translation>还没有事件。请导入记录谁做了什么的日志。</translation>
    </message>
    <message>
        <source>The picture tells of groups of fewer than %1 users, which are not handed on. Export the numbers: there they are withheld.</source>
        <translation>图片显示了不足 %1 位用户的群体，不能外传。请导出数字：其中已隐去这些群体。</translation>
    </message>
</context>
<context>
    <name>foretrail::BehaviourTab</name>
    <message>
        <source>Stopped. Choose something to ask again.</source>
        <translation>已停止。更改任一选项即可重新计算。</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>转到数据页</translation>
    </message>
</context>
<context>
    <name>foretrail::BesideCoding</name>
    <message>
        <source>The network was trained with a column %1, which is not there. Prepare the series with the recipe of its run.</source>
        <translation>该网络训练时用到列 %1，但现在没有这一列。请用该次运行的配方准备序列。</translation>
    </message>
</context>
<context>
    <name>foretrail::BesideCurves</name>
    <message>
        <source>Without a test part nothing says which forecast is closest.</source>
        <translation>没有测试段，无法判断哪个预测最接近。</translation>
    </message>
    <message>
        <source>None of the others was tested on the same steps, so none is called closest.</source>
        <translation>其他预测都不是在相同时段上检验的，因此不评最接近者。</translation>
    </message>
    <message>
        <source>Equally close on the test part: %1 (MAE %2).</source>
        <translation>测试段上同样接近：%1（MAE %2）。</translation>
    </message>
    <message>
        <source>Of %1 forecasts %2 is closest on the test part (MAE %3, next %4 with %5).</source>
        <translation>%1 个预测中，%2 在测试段上最接近（MAE %3，其次 %4 为 %5）。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>foretrail::BesideForecasts</name>
    <message>
        <source>The series is no longer in the workspace.</source>
        <translation>该序列已不在工作区中。</translation>
    </message>
    <message>
        <source>It was forecast in other steps.</source>
        <translation>它是按另一种步长预测的。</translation>
    </message>
</context>
<context>
    <name>foretrail::BesideList</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>other test part</source>
        <translation>测试段不同</translation>
    </message>
    <message>
        <source>MAE %1</source>
        <translation>MAE %1</translation>
    </message>
    <message>
        <source>%1, closest</source>
        <translation>%1，最接近</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title of a model: its explanation</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Stored run of %1: its forecast as it was then</source>
        <translation>%1 保存的训练记录：当时的预测</translation>
    </message>
    <message>
        <source>Forecasts beside it</source>
        <translation>并列的预测</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>name of a forecast, its error</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>foretrail::BoxCox</name>
    <message>
        <source>There is no Box-Cox lambda from %1 to %2; with values of zero or less it is at least 0.</source>
        <translation>从 %1 到 %2 之间没有可用的 Box-Cox λ；含有零或负值时 λ 至少为 0。</translation>
    </message>
    <message>
        <source>A Box-Cox lambda needs more than two seasons of %1 observations; there are %2.</source>
        <translation>选择 Box-Cox λ 需要多于两个季节（每季 %1 个观测值）；现有 %2 个观测值。</translation>
    </message>
    <message>
        <source>The values vary too little to choose a Box-Cox lambda.</source>
        <translation>数值变化太小，无法选择 Box-Cox λ。</translation>
    </message>
    <message>
        <source>A Box-Cox lambda by likelihood needs values above zero.</source>
        <translation>用似然法选择 Box-Cox λ 要求所有数值大于零。</translation>
    </message>
</context>
<context>
    <name>foretrail::BoxCoxStep</name>
    <message>
        <source>Observation %1 is %2; Box-Cox needs values above 0. Use &quot;Logarithm&quot;, which takes zeros, or treat such values before.</source>
        <translation>第 %1 个观测值为 %2；Box-Cox 要求大于 0。请用能处理零的“对数”，或先处理这些值。</translation>
    </message>
    <message>
        <source>Lambda %1 (0 is the logarithm, 1 changes nothing).</source>
        <translation>Lambda %1（0 为对数，1 不改变）。</translation>
    </message>
    <message>
        <source>Lambda</source>
        <translation>Lambda</translation>
    </message>
    <message>
        <source>Automatic: so that the swings are alike at every level (Guerrero 1993).</source>
        <translation>自动：使各水平的波动相近（Guerrero 1993）。</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>given</source>
        <translation>给定</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>0 is the logarithm, 0.5 the root, 1 changes nothing.</source>
        <translation>0 为对数，0.5 为平方根，1 不改变。</translation>
    </message>
    <message>
        <source>Box-Cox</source>
        <translation>Box-Cox</translation>
    </message>
    <message>
        <source>A power that makes swings of high and low levels alike. Values must be above zero.</source>
        <translation>一种幂变换，使高低水平的波动相近。值必须大于零。</translation>
    </message>
</context>
<context>
    <name>foretrail::Branch</name>
    <message>
        <source>%1: a branch keeps this setting of its origin, or weights and losses of the two would not fit together. It may change %2.</source>
        <translation>%1：分支保留起源运行的这项设置，否则两者的权重和损失无法对应。可以更改的是 %2。</translation>
    </message>
    <message>
        <source>%1, from epoch %2</source>
        <comment>name of a run, number</comment>
        <translation>%1，自第 %2 轮分支</translation>
    </message>
    <message>
        <source>A network over many series comes out of several trainings in a row, so nothing can branch from an epoch of one of them. Train anew with other settings.</source>
        <translation>多序列网络由接连几次训练得出，因此不能从其中某一轮分支。请用其他设置重新训练。</translation>
    </message>
</context>
<context>
    <name>foretrail::BranchDialog</name>
    <message>
        <source>Branch from epoch %1</source>
        <translation>从第 %1 轮分支</translation>
    </message>
    <message>
        <source>A new training begins with the weights that %1 had before its first epoch. Change what it is to do otherwise.</source>
        <translation>新的训练以“%1”第一轮之前的权重开始。请更改需要不同的设置。</translation>
    </message>
    <message>
        <source>A new training begins with the weights that %1 had after epoch %2. Change what it is to do otherwise.</source>
        <translation>新的训练以“%1”第 %2 轮之后的权重开始。请更改需要不同的设置。</translation>
    </message>
    <message>
        <source>Layers, units, lookback and inputs stay as they are: the weights fit no other network. Loss, recipe and split stay so that the losses of the two can be laid beside each other.</source>
        <translation>层数、单元数、回看窗口和输入保持不变：这些权重不适合其他网络。损失、配方和划分保持不变，两者的损失才能并排比较。</translation>
    </message>
    <message>
        <source>With the same optimiser it goes on as the run would have.</source>
        <translation>若优化器相同，它将像原运行那样继续。</translation>
    </message>
    <message>
        <source>The optimiser begins anew: what it remembered is kept of the first, the best and the last epoch alone.</source>
        <translation>优化器重新开始：只保留了第一轮之前、最佳和最后一轮的优化器状态。</translation>
    </message>
    <message>
        <source>Start the branch</source>
        <translation>开始分支</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>foretrail::BuyerFit</name>
    <message>
        <source>A model of buyers needs %1 or more who came back.</source>
        <translation>买家模型至少需要 %1 位再次购买的用户。</translation>
    </message>
    <message>
        <source>One user alone does not tell how users differ.</source>
        <translation>只有一位用户，看不出用户之间的差别。</translation>
    </message>
    <message>
        <source>No user bought on a second day by then, so nothing tells who stays.</source>
        <translation>到那时为止没有用户在第二天再次购买，无从判断谁会留下。</translation>
    </message>
    <message numerus="yes">
        <source>Only %n user(s) bought on a second day by then.</source>
        <translation>
            <numerusform>到那时为止只有 %n 位用户在另一天再次购买。</numerusform>
        </translation>
    </message>
    <message>
        <source>All users were first seen on the last day: no time has passed yet.</source>
        <translation>所有用户都在最后一天才首次出现：还没有经过任何时间。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no unit of time of a model of buyers. Choose day, week or month.</source>
        <translation>“%1”不是买家模型的时间单位。请选择 day、week 或 month。</translation>
    </message>
    <message>
        <source>Learning how users come back</source>
        <translation>正在学习用户如何回访</translation>
    </message>
</context>
<context>
    <name>foretrail::BuyerModel</name>
    <message>
        <source>There is no model of buyers &quot;%1&quot;. There are: %2.</source>
        <translation>没有名为“%1”的买家模型。可用的有：%2。</translation>
    </message>
    <message>
        <source>P(active) is the probability that a user has not left for good. Each user buys at a rate of their own.</source>
        <translation>P(活跃) 是用户尚未永久离开的概率。每位用户按自己的频率购买。</translation>
    </message>
    <message>
        <source>MBG/NBD: after each purchase, the first too, a user may leave.</source>
        <translation>MBG/NBD：每次购买之后（包括第一次）用户都可能离开。</translation>
    </message>
    <message>
        <source>BG/NBD: after each purchase but the first a user may leave.</source>
        <translation>BG/NBD：除第一次外，每次购买之后用户都可能离开。</translation>
    </message>
    <message>
        <source>Pareto/NBD: a user may leave at any time.</source>
        <translation>Pareto/NBD：用户随时可能离开。</translation>
    </message>
</context>
<context>
    <name>foretrail::ByteSource</name>
    <message>
        <source>There is no file %1. Check its name and folder.</source>
        <translation>没有文件 %1。请检查文件名和文件夹。</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose the files in it.</source>
        <translation>%1 是文件夹。请选择其中的文件。</translation>
    </message>
    <message>
        <source>%1 is empty: there is nothing to import.</source>
        <translation>%1 是空文件：没有可导入的内容。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Check who may read it.</source>
        <translation>无法读取 %1：%2。请检查读取权限。</translation>
    </message>
    <message>
        <source>%1 is damaged or cut off, %2 bytes into it. Fetch or pack it again.</source>
        <translation>%1 在第 %2 字节处损坏或截断。请重新获取或打包。</translation>
    </message>
    <message>
        <source>%1 is locked with a password. Unpack it first.</source>
        <translation>%1 有密码保护。请先解压。</translation>
    </message>
    <message>
        <source>%1 holds no tables such as CSV files.</source>
        <translation>%1 中没有 CSV 文件之类的表格。</translation>
    </message>
    <message>
        <source>%1 holds no file %2.</source>
        <translation>%1 中没有文件 %2。</translation>
    </message>
    <message>
        <source>%1 unpacks to more than %2 MiB from %3 KiB: no real workbook does. It was not read on; fetch it again from a place that you trust, or save it as CSV.</source>
        <translation>%1 从 %3 KiB 解压后超过 %2 MiB，正常的工作簿不会如此。已停止读取；请从可信来源重新获取，或另存为 CSV。</translation>
    </message>
</context>
<context>
    <name>foretrail::Calendar</name>
    <message>
        <source>&quot;%1&quot; is not a step. Use hour, day, week, month, quarter or year.</source>
        <translation>“%1”不是时间粒度。请用 hour、day、week、month、quarter 或 year。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date. Write it as 2011-09-30 or 2011-09-30T13:00:00.</source>
        <translation>“%1”不是日期。请写成 2011-09-30 或 2011-09-30T13:00:00。</translation>
    </message>
</context>
<context>
    <name>foretrail::CalendarColumns</name>
    <message>
        <source>This series has no usual season. Give the length of one.</source>
        <translation>该序列没有通常的季节。请给出长度。</translation>
    </message>
    <message>
        <source>Pairs: %1.</source>
        <translation>对数：%1。</translation>
    </message>
    <message>
        <source>This series has no calendar, so it has no holidays. Remove the step.</source>
        <translation>该序列没有日历，因此没有节假日。请移除这一步。</translation>
    </message>
    <message>
        <source>Own day</source>
        <translation>自定义日期</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>hour of the day</source>
        <translation>一天中的小时</translation>
    </message>
    <message>
        <source>weekday</source>
        <translation>星期几</translation>
    </message>
    <message>
        <source>place in the week</source>
        <translation>一周中的位置</translation>
    </message>
    <message>
        <source>day of the month</source>
        <translation>一月中的日</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>day of the year</source>
        <translation>一年中的日</translation>
    </message>
    <message>
        <source>week of the year</source>
        <translation>一年中的周</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>age of the series</source>
        <translation>序列年龄</translation>
    </message>
    <message>
        <source>Time encoding</source>
        <translation>时间编码</translation>
    </message>
    <message>
        <source>The calendar as columns, known for every step ahead.</source>
        <translation>把日历作为列，未来每一步都已知。</translation>
    </message>
    <message>
        <source>Fourier terms</source>
        <translation>傅里叶项</translation>
    </message>
    <message>
        <source>Smooth seasons as pairs of sine and cosine; few pairs for a soft wave, more for sharp ones.</source>
        <translation>用成对的正弦余弦表示平滑季节；平缓的波用少数几对，尖锐的用更多对。</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Season lengths in steps, for example 7, 365. Empty: the usual one.</source>
        <translation>以步计的季节长度，例如 7, 365。空：通常的长度。</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>For each period. Automatic: by AICc on the training part.</source>
        <translation>每个周期的对数。自动：在训练段上按 AICc 选取。</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Public holidays and shopping days.</source>
        <translation>法定假日与购物节。</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>英国</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>only own days</source>
        <translation>仅自定义日期</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Holidays, with days before and after them, as columns of 0 and 1; in weeks and months their number.</source>
        <translation>节假日及其前后若干天作为 0/1 列；周和月为其个数。</translation>
    </message>
    <message>
        <source>Own days</source>
        <translation>自定义日期</translation>
    </message>
    <message>
        <source>Days before</source>
        <translation>前几天</translation>
    </message>
    <message>
        <source>Each day before a holiday becomes a column.</source>
        <translation>节前每一天成为一列。</translation>
    </message>
    <message>
        <source>Days after</source>
        <translation>后几天</translation>
    </message>
    <message>
        <source>Each day after a holiday becomes a column.</source>
        <translation>节后每一天成为一列。</translation>
    </message>
    <message>
        <source>One column each</source>
        <translation>各占一列</translation>
    </message>
    <message>
        <source>Every holiday by itself in place of all together.</source>
        <translation>每个节日单独一列，而不是合在一起。</translation>
    </message>
    <message>
        <source>Left out, since less than two years are there to learn it from: %1.</source>
        <translation>因可学习的数据不足两年而略去：%1。</translation>
    </message>
    <message>
        <source>Each becomes a sine and a cosine, so that the end of a cycle lies beside its start. What comes once a year counts from two years of training on.</source>
        <translation>每一项变为正弦和余弦，使周期的末尾与开头相邻。一年一次的部分需训练数据满两年才使用。</translation>
    </message>
    <message>
        <source>a season of %1 has %2 at most</source>
        <translation>长度为 %1 的季节最多有 %2 对</translation>
    </message>
    <message>
        <source>of a season of %1 no more than %2 are made</source>
        <translation>长度为 %1 的季节最多生成 %2 对</translation>
    </message>
    <message>
        <source>%1 Fewer than asked for: %2.</source>
        <translation>%1 少于要求：%2。</translation>
    </message>
    <message>
        <source>Sales and events of the shop, such as 2011-11-25 or 2011-12-24/2011-12-26 Christmas sale. With one column each, days of one name make one.</source>
        <translation>店铺的促销和活动，如 2011-11-25 或 2011-12-24/2011-12-26 圣诞促销。各成一列时，同名的日子成为一列。</translation>
    </message>
</context>
<context>
    <name>foretrail::Calibration</name>
    <message>
        <source>A stored calibration is damaged.</source>
        <translation>保存的概率校准已损坏。</translation>
    </message>
</context>
<context>
    <name>foretrail::Campaign</name>
    <message>
        <source>A campaign has 1 to %1 items; this one has %2.</source>
        <translation>一个广告活动有 1 到 %1 个商品；这个有 %2 个。</translation>
    </message>
    <message>
        <source>The item %1 is there twice. Name each item once.</source>
        <translation>商品 %1 出现了两次。每个商品只写一次。</translation>
    </message>
    <message>
        <source>A rule shows the item %1, which is not one of the campaign: %2.</source>
        <translation>有一条规则展示商品 %1，但它不在该广告活动的商品之中：%2。</translation>
    </message>
    <message>
        <source>The policy rules needs rules, and the campaign has none.</source>
        <translation>策略 rules 需要规则，而该广告活动没有规则。</translation>
    </message>
    <message>
        <source>The policy score needs a model, and the campaign names none.</source>
        <translation>策略 score 需要模型，而该广告活动没有指定模型。</translation>
    </message>
    <message>
        <source>A rule of a campaign is an item and one of segment, bought, seen or nothing, such as {&quot;item&quot;: &quot;A&quot;, &quot;bought&quot;: &quot;lamps&quot;}; &quot;%1&quot; does not fit.</source>
        <translation>广告活动的规则由一个商品和 segment、bought、seen 之一（或都没有）组成，例如 {&quot;item&quot;: &quot;A&quot;, &quot;bought&quot;: &quot;lamps&quot;}；“%1”不合适。</translation>
    </message>
    <message>
        <source>A rule of a campaign names the item that it shows.</source>
        <translation>广告活动的规则要写明它展示的商品。</translation>
    </message>
</context>
<context>
    <name>foretrail::CampaignDecisions</name>
    <message>
        <source>the budget of %1 showings is spent</source>
        <translation>%1 次展示的预算已用完</translation>
    </message>
    <message>
        <source>this user has seen it %1 times, which is the limit</source>
        <translation>该用户已看过 %1 次，达到上限</translation>
    </message>
    <message>
        <source>this user is not in the audience</source>
        <translation>该用户不在受众之中</translation>
    </message>
</context>
<context>
    <name>foretrail::CampaignDialog</name>
    <message>
        <source>Add the campaign</source>
        <translation>添加广告活动</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新建广告活动</translation>
    </message>
    <message>
        <source>Keys or names, with commas between them</source>
        <translation>编号或名称，以逗号分隔</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>tea:bought:drinks, mug:segment:rfm:loyal, jam</source>
        <translation>tea:bought:drinks, mug:segment:rfm:loyal, jam</translation>
    </message>
    <message>
        <source>Item, then bought or seen and a category, or segment and its key; an item alone holds for everybody. The first rule that holds counts.</source>
        <translation>商品，后接 bought 或 seen 和一个类目，或 segment 及其键；只写商品则对所有人成立。以第一条成立的规则为准。</translation>
    </message>
    <message>
        <source>Share of showings that is drawn evenly over the items, so that other policies can be judged later. At 1 nothing else counts.</source>
        <translation>在所有商品中均匀抽取的展示份额，以便日后评判其他策略。为 1 时其他都不起作用。</translation>
    </message>
    <message>
        <source>any event with the item</source>
        <translation>与该商品有关的任何事件</translation>
    </message>
    <message>
        <source>a purchase of the item</source>
        <translation>购买该商品</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Budget, showings in all</source>
        <translation>预算（展示总次数）</translation>
    </message>
    <message>
        <source>Most a user sees</source>
        <translation>每个用户最多看到次数</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>受众</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决策方式</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Drawn evenly (epsilon)</source>
        <translation>均匀抽取的份额（epsilon）</translation>
    </message>
    <message>
        <source>A reward is</source>
        <translation>奖励的定义</translation>
    </message>
    <message>
        <source>Within, hours</source>
        <translation>时限（小时）</translation>
    </message>
</context>
<context>
    <name>foretrail::CampaignEvaluation</name>
    <message>
        <source>No policy is shown to be better than what was decided (%1 %).</source>
        <translation>没有哪个策略被证明优于已做的决策（%1 %）。</translation>
    </message>
    <message>
        <source>%1 would have earned %2 % (%3 to %4) instead of %5 %.</source>
        <translation>%1 本可获得 %2 %（%3 到 %4），而不是 %5 %。</translation>
    </message>
</context>
<context>
    <name>foretrail::CampaignFeed</name>
    <message>
        <source>For the feed so far: %1 shown, %2 not.</source>
        <translation>本数据流至今：展示 %1 次，未展示 %2 次。</translation>
    </message>
    <message>
        <source>Why not, the last time: %1.</source>
        <translation>最近一次未展示的原因：%1。</translation>
    </message>
</context>
<context>
    <name>foretrail::CampaignJobs</name>
    <message>
        <source>Reading campaigns</source>
        <translation>正在读取广告活动</translation>
    </message>
    <message>
        <source>Reading decisions of a campaign</source>
        <translation>正在读取广告活动的决策</translation>
    </message>
    <message>
        <source>Reading items and segments</source>
        <translation>正在读取商品和细分群体</translation>
    </message>
    <message>
        <source>Adding the campaign %1</source>
        <translation>正在添加广告活动 %1</translation>
    </message>
    <message>
        <source>Removing the campaign %1</source>
        <translation>正在删除广告活动 %1</translation>
    </message>
    <message>
        <source>Filling in rewards of %1</source>
        <translation>正在填入 %1 的奖励</translation>
    </message>
    <message>
        <source>Judging policies of %1</source>
        <translation>正在评判 %1 的策略</translation>
    </message>
    <message>
        <source>Simulating %1</source>
        <translation>正在模拟 %1</translation>
    </message>
    <message>
        <source>Deciding for users who are about</source>
        <translation>正在为当前在线的用户决策</translation>
    </message>
</context>
<context>
    <name>foretrail::CampaignReader</name>
    <message>
        <source>%1 of a campaign is %2.</source>
        <translation>广告活动的 %1 应为%2。</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 之间的数</translation>
    </message>
    <message>
        <source>click or purchase</source>
        <translation>click 或 purchase</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>对象列表</translation>
    </message>
    <message>
        <source>a name or an object such as {&quot;name&quot;: &quot;linucb&quot;, &quot;alpha&quot;: 0.5}</source>
        <translation>名称，或形如 {&quot;name&quot;: &quot;linucb&quot;, &quot;alpha&quot;: 0.5} 的对象</translation>
    </message>
    <message>
        <source>A campaign has no &quot;%1&quot;. It takes %2.</source>
        <translation>广告活动没有“%1”。可用的有：%2。</translation>
    </message>
    <message>
        <source>a list of places in categories</source>
        <translation>categories 中位置的列表</translation>
    </message>
</context>
<context>
    <name>foretrail::CampaignResults</name>
    <message>
        <source>What policies would have earned: rewarded showings in %, with 95 % intervals</source>
        <translation>各策略本可获得：得到奖励的展示占比（%），附 95 % 置信区间</translation>
    </message>
    <message>
        <source>IPS: showings weighed by how much likelier the policy would have made them. SNIPS: the same, divided by the weights. Doubly robust: a regression of rewards, put right by weighed showings. Effective showings: how many the weights are worth.</source>
        <translation>IPS：按该策略会使每次展示的概率提高多少来加权。SNIPS：同上，再除以权重之和。双重稳健：奖励的回归，再用加权展示修正。有效展示数：这些权重相当于多少次展示。</translation>
    </message>
    <message>
        <source>Newest showings</source>
        <translation>最新展示</translation>
    </message>
    <message>
        <source>Nothing was simulated yet.</source>
        <translation>还没有模拟过。</translation>
    </message>
    <message>
        <source>Nothing was shown yet. Follow a feed and let the campaign decide for users who are about.</source>
        <translation>还没有展示过任何内容。请跟随一个数据流，并让该广告活动为当前在线的用户决策。</translation>
    </message>
    <message>
        <source>Newest showings of the simulation: nobody saw them</source>
        <translation>模拟的最新展示：没有人真正看到</translation>
    </message>
</context>
<context>
    <name>foretrail::CampaignRewards</name>
    <message>
        <source>The log has no times, so it cannot tell what followed a showing. Say rewards one by one.</source>
        <translation>日志没有时间，无法得知展示之后发生了什么。请逐个给出奖励。</translation>
    </message>
    <message>
        <source>A reward is a number from 0 to 1.</source>
        <translation>奖励是 0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>The campaign %1 has no decision %2.</source>
        <translation>广告活动 %1 没有决策 %2。</translation>
    </message>
    <message>
        <source>The reward of decision %1 is known already.</source>
        <translation>决策 %1 的奖励已经知道了。</translation>
    </message>
</context>
<context>
    <name>foretrail::CampaignSimulation</name>
    <message>
        <source>Simulating</source>
        <translation>正在模拟</translation>
    </message>
    <message>
        <source>Nobody is in the audience of the campaign.</source>
        <translation>该广告活动的受众中没有人。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 showings clicked; regret %4, evenly drawn items %5. At the end a showing earns %6 %; even draws %7 %, the best item for each user %8 %.</source>
        <translation>%1：%3 次展示中有 %2 次被点击；遗憾值 %4，均匀抽取商品为 %5。最后每次展示获得 %6 %；均匀抽取为 %7 %，对每个用户展示最佳商品为 %8 %。</translation>
    </message>
</context>
<context>
    <name>foretrail::CampaignStore</name>
    <message>
        <source>There is no campaign %1: the workspace holds none yet. Add one first.</source>
        <translation>没有广告活动 %1：工作区中还没有任何广告活动。请先添加一个。</translation>
    </message>
    <message>
        <source>There is no campaign %1. There are: %2.</source>
        <translation>没有广告活动 %1。现有：%2。</translation>
    </message>
    <message>
        <source>A campaign needs a name. Give it one.</source>
        <translation>广告活动需要名称。请给它一个。</translation>
    </message>
    <message>
        <source>There is a campaign %1 already. Choose another name, or remove it with its decisions first.</source>
        <translation>已经有广告活动 %1。请换一个名称，或先把它连同其决策一起删除。</translation>
    </message>
</context>
<context>
    <name>foretrail::CampaignWords</name>
    <message>
        <source>Even draw</source>
        <translation>均匀抽取</translation>
    </message>
    <message>
        <source>Every item as often as the others: what the others are compared with.</source>
        <translation>每个商品出现的机会相同：其他策略以此为比较基准。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>The first rule that holds for a user says the item. Nothing is learnt.</source>
        <translation>由对用户成立的第一条规则决定商品。不学习任何内容。</translation>
    </message>
    <message>
        <source>Scores of a model</source>
        <translation>模型得分</translation>
    </message>
    <message>
        <source>What a recommender scores high for a user is shown more often. Rewards teach nothing.</source>
        <translation>推荐模型为用户打分高的商品展示得更多。奖励不起学习作用。</translation>
    </message>
    <message>
        <source>Thompson sampling</source>
        <translation>汤普森采样</translation>
    </message>
    <message>
        <source>Learns which item is rewarded most often, the same for everybody; the surer it is, the less it tries.</source>
        <translation>学习哪个商品最常得到奖励，对所有人相同；越有把握，尝试越少。</translation>
    </message>
    <message>
        <source>Linear Thompson sampling</source>
        <translation>线性汤普森采样</translation>
    </message>
    <message>
        <source>Learns which kind of user rewards which item, and tries what it is not sure of.</source>
        <translation>学习哪类用户奖励哪个商品，并尝试尚无把握的商品。</translation>
    </message>
    <message>
        <source>LinUCB</source>
        <translation>LinUCB</translation>
    </message>
    <message>
        <source>Learns which kind of user rewards which item, and shows the one that may be the best for this user.</source>
        <translation>学习哪类用户奖励哪个商品，并展示对该用户可能最佳的那一个。</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>a share with its interval, in %</comment>
        <translation>%1（%2 到 %3）</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等（另有 %2 个）</translation>
    </message>
    <message>
        <source>open</source>
        <comment>a reward that is not known yet</comment>
        <translation>未定</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决策方式</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>展示</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Rewarded</source>
        <translation>得到奖励</translation>
    </message>
    <message>
        <source>Rate, %</source>
        <translation>奖励率，%</translation>
    </message>
    <message>
        <source>Budget left</source>
        <translation>剩余预算</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>模拟展示</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Propensity, %</source>
        <translation>倾向概率，%</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>（已抹除）</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Doubly robust</source>
        <translation>双重稳健</translation>
    </message>
    <message>
        <source>Beyond what was decided</source>
        <translation>超出实际决策</translation>
    </message>
    <message>
        <source>Effective showings</source>
        <translation>有效展示数</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>As it was decided</source>
        <translation>实际决策</translation>
    </message>
    <message>
        <source>shown to be better</source>
        <translation>证明更优</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>充分</translation>
    </message>
    <message>
        <source>not enough evidence</source>
        <translation>证据不足</translation>
    </message>
    <message>
        <source>Learnt from %1 showings, judged on the %2 after them.</source>
        <translation>从 %1 次展示中学习，在其后的 %2 次上评判。</translation>
    </message>
    <message>
        <source>By simulated showings:</source>
        <translation>依据模拟展示：</translation>
    </message>
    <message>
        <source>Simulated, nobody saw anything.</source>
        <translation>这是模拟，没有人看到任何内容。</translation>
    </message>
    <message>
        <source>The budget was spent after %1 of %2 rounds.</source>
        <translation>%2 轮中的第 %1 轮后预算用完。</translation>
    </message>
    <message>
        <source>In %1 rounds the user had seen enough.</source>
        <translation>有 %1 轮用户已看够。</translation>
    </message>
    <message>
        <source>Settled by the log: %1, of them rewarded: %2. Open until the log goes beyond their time: %3.</source>
        <translation>已由日志确定：%1，其中得到奖励：%2。在日志越过其时限之前未定：%3。</translation>
    </message>
</context>
<context>
    <name>foretrail::CampaignsTab</name>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>Go to Start</source>
        <translation>前往“开始”</translation>
    </message>
    <message>
        <source>This workspace can only be read and has no campaigns.</source>
        <translation>该工作区只能读取，且没有广告活动。</translation>
    </message>
    <message>
        <source>A campaign has a few items to advertise, a budget and an audience. A policy decides which user sees which item and learns from what comes of it; each showing is kept with the chance that it had, so that other policies can be judged by it later.</source>
        <translation>一个广告活动包括几个要推广的商品、一份预算和一个受众。由策略决定哪个用户看到哪个商品，并从结果中学习；每次展示都连同其当时的概率一起保存，以便日后据此评判其他策略。</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新建广告活动</translation>
    </message>
    <message>
        <source>Fill in rewards</source>
        <translation>填入奖励</translation>
    </message>
    <message>
        <source>What users did after they saw something, by the log; the policy learns from it</source>
        <translation>根据日志，用户看到之后做了什么；策略从中学习</translation>
    </message>
    <message>
        <source>Judge policies</source>
        <translation>评判策略</translation>
    </message>
    <message>
        <source>What each policy would have earned on the showings chosen here</source>
        <translation>各策略在此处所选展示上本可获得的奖励</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>The policy learns among users of this workspace who click by a made up truth. Real showings stay apart.</source>
        <translation>策略在本工作区的用户中学习，其点击遵循一个虚构的真值。真实展示不受影响。</translation>
    </message>
    <message>
        <source> rounds</source>
        <translation> 轮</translation>
    </message>
    <message>
        <source>Rounds of the simulation</source>
        <translation>模拟轮数</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Decide for users who are about</source>
        <translation>为当前在线的用户决策</translation>
    </message>
    <message>
        <source>While a feed is followed: whoever comes is decided for, within budget and limit</source>
        <translation>跟随数据流期间：为每个到来的用户决策，不超出预算和上限</translation>
    </message>
    <message>
        <source>Real showings</source>
        <translation>真实展示</translation>
    </message>
    <message>
        <source>Simulated showings</source>
        <translation>模拟展示</translation>
    </message>
    <message>
        <source>Which showings</source>
        <translation>哪些展示</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Stopping leaves rewards as they are.</source>
        <translation>停止后奖励保持原样。</translation>
    </message>
    <message>
        <source>Stopping leaves the campaign as it is.</source>
        <translation>停止后广告活动保持原样。</translation>
    </message>
    <message>
        <source>Stopping keeps what was simulated so far.</source>
        <translation>停止后保留到目前为止的模拟结果。</translation>
    </message>
    <message>
        <source>The campaign %1 and its showings (%2) are removed.</source>
        <translation>广告活动 %1 及其展示（%2 次）已删除。</translation>
    </message>
    <message>
        <source>With %1 go all its showings (%2), their rewards and what was learnt from them, and the simulated ones (%3). This cannot be undone.</source>
        <translation>%1 的全部展示（%2 次）、其奖励和从中学到的内容，以及模拟展示（%3 次）都将一并删除。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Remove a campaign</source>
        <translation>删除广告活动</translation>
    </message>
</context>
<context>
    <name>foretrail::CellEquationsText</name>
    <message>
        <source>unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>其余 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Layer %1, unit %2, step %3 of %4: %5</source>
        <translation>第 %1 层，单元 %2，第 %3 步（共 %4 步）：%5</translation>
    </message>
</context>
<context>
    <name>foretrail::CellView</name>
    <message>
        <source>&amp;Layer</source>
        <translation>层(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>显示(&amp;H)</translation>
    </message>
    <message>
        <source>Equations, &amp;decimals</source>
        <translation>方程，小数位数(&amp;D)</translation>
    </message>
    <message>
        <source>Moved &amp;by</source>
        <translation>推动来源(&amp;B)</translation>
    </message>
    <message>
        <source>Equations of the chosen unit</source>
        <translation>所选单元的方程</translation>
    </message>
    <message>
        <source>A click or the arrow keys choose unit and step</source>
        <translation>单击或用方向键选择单元和步</translation>
    </message>
    <message>
        <source>all inputs</source>
        <translation>全部输入</translation>
    </message>
</context>
<context>
    <name>foretrail::CellWords</name>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>season sine %1</source>
        <translation>季节正弦 %1</translation>
    </message>
    <message>
        <source>season cosine %1</source>
        <translation>季节余弦 %1</translation>
    </message>
    <message>
        <source>Inputs x</source>
        <translation>输入 x</translation>
    </message>
    <message>
        <source>Cell state c</source>
        <translation>细胞状态 c</translation>
    </message>
    <message>
        <source>Hidden state h</source>
        <translation>隐藏状态 h</translation>
    </message>
    <message>
        <source>Input gate i</source>
        <translation>输入门 i</translation>
    </message>
    <message>
        <source>Forget gate f</source>
        <translation>遗忘门 f</translation>
    </message>
    <message>
        <source>Candidate g</source>
        <translation>候选值 g</translation>
    </message>
    <message>
        <source>Output gate o</source>
        <translation>输出门 o</translation>
    </message>
    <message>
        <source>Reset gate r</source>
        <translation>重置门 r</translation>
    </message>
    <message>
        <source>Update gate z</source>
        <translation>更新门 z</translation>
    </message>
    <message>
        <source>Candidate n</source>
        <translation>候选值 n</translation>
    </message>
    <message>
        <source>unit %1 below</source>
        <translation>下层单元 %1</translation>
    </message>
    <message>
        <source>%1, layer %2</source>
        <translation>%1，第 %2 层</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>scale of the recipe</source>
        <translation>配方的尺度</translation>
    </message>
    <message>
        <source>Moved by</source>
        <translation>推动量</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>How much each lag moved the output</source>
        <translation>各滞后对输出的推动量</translation>
    </message>
    <message>
        <source>How much each lag moved the output (%1)</source>
        <translation>各滞后对输出的推动量（%1）</translation>
    </message>
    <message>
        <source>%1 (lag %2)</source>
        <translation>%1（滞后 %2）</translation>
    </message>
    <message>
        <source>%1 to %2, forecasts %3</source>
        <translation>%1 至 %2，预测 %3</translation>
    </message>
    <message>
        <source>The network says %1. Had each input kept its mean over the window, it would say %2: the lags moved it by %3.</source>
        <translation>网络的输出为 %1。若各输入都保持窗口内的均值，输出应为 %2：各滞后共推动了 %3。</translation>
    </message>
    <message>
        <source>In the unit of the data and within its limits that is %1.</source>
        <translation>换算为数据单位并限于允许范围内，即 %1。</translation>
    </message>
    <message>
        <source>It was %1.</source>
        <translation>实际值为 %1。</translation>
    </message>
    <message>
        <source>value %1 of the step</source>
        <translation>该步的第 %1 个值</translation>
    </message>
    <message>
        <source>holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>holidays %1 of the step</source>
        <translation>该步的第 %1 个节假日数</translation>
    </message>
    <message>
        <source>series, number %1</source>
        <translation>序列，第 %1 个数</translation>
    </message>
    <message>
        <source>%1, %2 of the step</source>
        <comment>column, place</comment>
        <translation>%1，该步第 %2 个</translation>
    </message>
    <message>
        <source>scale of the network</source>
        <translation>网络的尺度</translation>
    </message>
    <message>
        <source>%1 to %2 (lags %3 to %4)</source>
        <translation>%1 至 %2（滞后 %3 至 %4）</translation>
    </message>
    <message>
        <source>It is one of %1 networks; the forecast of the run is their median.</source>
        <translation>它是 %1 个网络之一；该运行的预测是它们的中位数。</translation>
    </message>
</context>
<context>
    <name>foretrail::ChartContent</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Low %1 %</source>
        <translation>%1 % 下限</translation>
    </message>
    <message>
        <source>High %1 %</source>
        <translation>%1 % 上限</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>行为事件</translation>
    </message>
</context>
<context>
    <name>foretrail::ChartExport</name>
    <message>
        <source>%1 is not a format of pictures. Choose png, svg, pdf or csv.</source>
        <translation>%1 不是图片格式。请选择 png、svg、pdf 或 csv。</translation>
    </message>
    <message>
        <source>The chart could not be drawn as %1. Choose another format.</source>
        <translation>无法把图表画成 %1。请选择其他格式。</translation>
    </message>
</context>
<context>
    <name>foretrail::ChartMenu</name>
    <message>
        <source>Copy &amp;picture</source>
        <translation>复制图片(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;numbers</source>
        <translation>复制数值(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Show as &amp;table</source>
        <translation>以表格显示(&amp;T)</translation>
    </message>
    <message>
        <source>Copy, export, show as table</source>
        <translation>复制、导出、以表格显示</translation>
    </message>
    <message>
        <source>Chart menu</source>
        <translation>图表菜单</translation>
    </message>
</context>
<context>
    <name>foretrail::ChartPainter</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::CleaningSteps</name>
    <message>
        <source>%1 is not a rule for it. Allowed: %2.</source>
        <translation>%1 不是可用的规则。可选：%2。</translation>
    </message>
</context>
<context>
    <name>foretrail::ClosedDaysStep</name>
    <message>
        <source>Only daily series have days that can be left out. Put the step before &quot;Longer steps&quot;, or remove it.</source>
        <translation>只有日序列才能去掉某些日子。请把这一步放到“更长的步”之前，或移除。</translation>
    </message>
    <message>
        <source>At least one day of the week must be open.</source>
        <translation>一周至少要有一天营业。</translation>
    </message>
    <message>
        <source>Every weekday has trade.</source>
        <translation>每个星期几都有交易。</translation>
    </message>
    <message>
        <source>No trade on %1: left out.</source>
        <translation>%1没有交易：已去掉。</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>休业日</translation>
    </message>
    <message>
        <source>Which weekdays have no trade.</source>
        <translation>哪些星期几没有交易。</translation>
    </message>
    <message>
        <source>as the training part shows</source>
        <translation>由训练段判断</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>自选</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Days on which the shop never sells.</source>
        <translation>店铺从不营业的日子。</translation>
    </message>
    <message>
        <source>Quiet share</source>
        <translation>无交易占比</translation>
    </message>
    <message>
        <source>Trading days</source>
        <translation>营业日</translation>
    </message>
    <message>
        <source>Weekdays on which the shop never sells are left out, so that the rhythm of the week is not broken by zeros.</source>
        <translation>店铺从不营业的星期几被去掉，使一周的节奏不被零打断。</translation>
    </message>
    <message>
        <source>A weekday is closed when at least this part of its days, measured by the busiest weekday, sold nothing.</source>
        <translation>以最繁忙的星期几为准，某个星期几至少有这么大比例的日子没有销售时，视为休息日。</translation>
    </message>
</context>
<context>
    <name>foretrail::ColumnDrawing</name>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>foretrail::ColumnInputs</name>
    <message>
        <source>The model was trained with other columns: %1. Prepare the series with the recipe of its run.</source>
        <translation>模型训练时使用的是其他列：%1。请用该次训练的配方准备序列。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>foretrail::ColumnRequest</name>
    <message>
        <source>%1 is not a member of a column. Allowed: %2.</source>
        <translation>%1 不是列的成员。可用：%2。</translation>
    </message>
    <message>
        <source>A column needs a member &quot;key&quot; with the key of a series.</source>
        <translation>列需要成员 &quot;key&quot;，其值为某个序列的键。</translation>
    </message>
</context>
<context>
    <name>foretrail::ColumnsEditor</name>
    <message>
        <source>New column</source>
        <translation>新列</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Known ahead</source>
        <translation>未来已知</translation>
    </message>
    <message>
        <source>Imported series</source>
        <translation>导入的序列</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>By item</source>
        <translation>按商品</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按类目</translation>
    </message>
    <message>
        <source>By kind of event</source>
        <translation>按事件类型</translation>
    </message>
    <message>
        <source>such as {1}/Temperature</source>
        <translation>例如 {1}/Temperature</translation>
    </message>
    <message>
        <source>The key of the series. {1}, {2} stand for the parts of the key of the series that is prepared, {key} for all of it.</source>
        <translation>序列的键。{1}、{2} 代表正在准备的序列键的各部分，{key} 代表整个键。</translation>
    </message>
    <message>
        <source>as the key</source>
        <translation>与键相同</translation>
    </message>
    <message>
        <source>A price list or a promotion plan is known when the forecast is made; a temperature is not.</source>
        <translation>价目表或促销计划在预测时已知，气温则不是。</translation>
    </message>
    <message>
        <source>By</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Series of the workspace</source>
        <translation>工作区中的序列</translation>
    </message>
</context>
<context>
    <name>foretrail::CombinationForecaster</name>
    <message>
        <source>%1 cannot be part of a combination. There are: %2.</source>
        <translation>%1 不能作为组合的成员。可选：%2。</translation>
    </message>
    <message>
        <source>The stored model is damaged: one of its members is not known. Train it again.</source>
        <translation>存储的模型已损坏：有一个成员无法识别。请重新训练。</translation>
    </message>
    <message>
        <source>The stored model is damaged: it has no members. Train it again.</source>
        <translation>存储的模型已损坏：没有成员。请重新训练。</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2%</translation>
    </message>
    <message numerus="yes">
        <source>The median of %n models: %1.</source>
        <translation>
            <numerusform>%n 个模型的中位数：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Too short to try them at earlier origins, so alike: %1.</source>
        <translation>序列太短，无法在更早的起点上检验，所以权重相同：%1。</translation>
    </message>
    <message>
        <source>All alike: %1.</source>
        <translation>权重相同：%1。</translation>
    </message>
    <message numerus="yes">
        <source>Weighed by what they missed at %n earlier origins: %1.</source>
        <translation>
            <numerusform>按它们在 %n 个更早起点上的偏差加权：%1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::CombinationMembers</name>
    <message numerus="yes">
        <source>%n observations tell no more than their last.</source>
        <translation>
            <numerusform>%n 个观测值只能说明最后一个值。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n observations are too few for more than their level.</source>
        <translation>
            <numerusform>%n 个观测值太少，只能看出水平。</numerusform>
        </translation>
    </message>
    <message>
        <source>Demand comes every %1 steps: models of seldom demand, judged by squared errors.</source>
        <translation>每 %1 步才有一次需求：使用稀疏需求模型，按平方误差评判。</translation>
    </message>
    <message>
        <source>A season of %1 steps was seen less than three times.</source>
        <translation>长度为 %1 步的季节还没有出现三次。</translation>
    </message>
    <message>
        <source>A series without a season.</source>
        <translation>没有季节性的序列。</translation>
    </message>
    <message>
        <source>A series with a season of %1 steps.</source>
        <translation>序列的季节长度为 %1 步。</translation>
    </message>
    <message>
        <source>A season of %1 steps does not stand out.</source>
        <translation>长度为 %1 步的季节性不明显。</translation>
    </message>
    <message>
        <source>A series with seasons of %1 and %2 steps.</source>
        <translation>序列有 %1 步和 %2 步两种季节。</translation>
    </message>
    <message>
        <source>Nothing but zeros: so it goes on.</source>
        <translation>全部为零：之后也是零。</translation>
    </message>
    <message>
        <source>All values are equal: repeats them.</source>
        <translation>所有数值相同：重复该值。</translation>
    </message>
    <message numerus="yes">
        <source>%n observations are too few for more than their level and season.</source>
        <translation>
            <numerusform>%n 个观测值太少，只能看出水平和季节。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No demand for %n steps, far longer than ever before: taken to be over.</source>
        <translation>
            <numerusform>连续 %n 步没有需求，远长于以往：视为已结束。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::CombinationRecommender</name>
    <message>
        <source>Weighing the members</source>
        <translation>正在确定成员的权重</translation>
    </message>
    <message>
        <source>Too little was left to weigh the members by (%1 steps): they have their usual weights.</source>
        <translation>可用于确定成员权重的数据太少（%1 步）：使用通常的权重。</translation>
    </message>
</context>
<context>
    <name>foretrail::Companions</name>
    <message>
        <source>No table says &quot;%1&quot; of these series. Import one, or take %1 out of the attributes.</source>
        <translation>没有表格给出这些序列的“%1”。请导入一张，或从属性中去掉 %1。</translation>
    </message>
</context>
<context>
    <name>foretrail::Connection</name>
    <message>
        <source>The disk is full, so %1 could not be written and is as it was. Free some space and try again.</source>
        <translation>磁盘已满，无法写入 %1，原内容未变。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>%1 cannot be changed: it, or its folder, is read-only. Copy it to a folder of yours and open the copy.</source>
        <translation>无法更改 %1：文件或其所在文件夹为只读。请复制到自己的文件夹后打开副本。</translation>
    </message>
    <message>
        <source>%1 cannot be opened. Check that you may read and write the file and its folder.</source>
        <translation>无法打开 %1。请检查文件及其所在文件夹的读写权限。</translation>
    </message>
    <message>
        <source>%1 is being written by another program or job. Wait until that has ended and try again.</source>
        <translation>%1 正由其他程序或任务写入。请等其结束后重试。</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be read. Open a copy of it from a backup, or import the source files into a new workspace.</source>
        <translation>%1 已损坏，无法读取。请打开备份副本，或把源文件导入新工作区。</translation>
    </message>
    <message>
        <source>The disk did not read or write %1. Check the disk and try again.</source>
        <translation>磁盘无法读写 %1。请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>There is not enough memory to work with %1.</source>
        <translation>内存不足，无法处理 %1。</translation>
    </message>
    <message>
        <source>%1: the database reports &quot;%2&quot;.</source>
        <translation>%1：数据库报告“%2”。</translation>
    </message>
    <message>
        <source>%1 is not a Foretrail workspace. To bring its rows in, import it.</source>
        <translation>%1 不是 Foretrail 工作区。要引入其中的行，请导入它。</translation>
    </message>
</context>
<context>
    <name>foretrail::Contribution</name>
    <message>
        <source>the time of year</source>
        <translation>时节</translation>
    </message>
    <message>
        <source>the season</source>
        <translation>季节</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>the trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>the calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>the network over all series</source>
        <translation>所有序列共用的网络</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>of what was before, older values weigh most (%1)</source>
        <translation>此前的数据中，更早的值影响最大（%1）</translation>
    </message>
    <message>
        <source>of what was before, the change of %1 weighs most (%2)</source>
        <translation>此前的数据中，%1 的变化影响最大（%2）</translation>
    </message>
    <message>
        <source>of what was before, the %1 of %2 weighs most (%3)</source>
        <comment>the 120 of Sat 17 Dec</comment>
        <translation>此前的数据中，%2 的 %1 影响最大（%3）</translation>
    </message>
    <message>
        <source>Last %1 changes</source>
        <translation>最近 %1 次变化</translation>
    </message>
    <message>
        <source>Last %1 values</source>
        <translation>最近 %1 个值</translation>
    </message>
    <message>
        <source>Older changes</source>
        <translation>更早的变化</translation>
    </message>
    <message>
        <source>Older values</source>
        <translation>更早的值</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近一次变化</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>最近的值</translation>
    </message>
    <message>
        <source>Change %1 back</source>
        <translation>%1 步前的变化</translation>
    </message>
    <message>
        <source>Value %1 back</source>
        <translation>%1 步前的值</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Hour of the day</source>
        <translation>一天中的小时</translation>
    </message>
    <message>
        <source>Hour of the week</source>
        <translation>一周中的小时</translation>
    </message>
    <message>
        <source>Time of year</source>
        <translation>一年中的时节</translation>
    </message>
    <message>
        <source>Season of %1</source>
        <translation>周期 %1</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>水平</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Back-transformation</source>
        <translation>逆变换</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>%1: %2, from a level of %3.</source>
        <comment>Sat 24 Dec 2011: 412, from a level of 380.</comment>
        <translation>%1：%2，基础水平为 %3。</translation>
    </message>
    <message>
        <source>Nothing else moves it.</source>
        <translation>没有其他因素影响它。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of a sentence</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <comment>two sentences</comment>
        <translation>%1 %2。</translation>
    </message>
    <message>
        <source>%1 raises it by %2</source>
        <comment>Saturday raises it by 31</comment>
        <translation>%1使其增加 %2</translation>
    </message>
    <message>
        <source>%1 lowers it by %2</source>
        <comment>the trend lowers it by 4</comment>
        <translation>%1使其减少 %2</translation>
    </message>
    <message>
        <source>a zero on every %1 so far</source>
        <comment>Saturday</comment>
        <translation>以往每个%1都为零</translation>
    </message>
    <message>
        <source>a limit</source>
        <translation>限制</translation>
    </message>
</context>
<context>
    <name>foretrail::Corrections</name>
    <message>
        <source>There is no import %1. The ledger lists those that there are.</source>
        <translation>没有导入记录 %1。现有的导入见导入记录列表。</translation>
    </message>
    <message>
        <source>Import %1 is taken back. Bring it back before its rows are corrected.</source>
        <translation>导入记录 %1 已撤销。请先恢复，再更正其中的行。</translation>
    </message>
    <message>
        <source>How the rows of import %1 are read was not kept, so they cannot be corrected. Take it back and import the corrected file.</source>
        <translation>没有保留导入记录 %1 的读取设置，因此无法更正其中的行。请撤销该次导入，再导入更正后的文件。</translation>
    </message>
    <message>
        <source>A corrected row is no rejected row of import %1 any more. Look at the list again.</source>
        <translation>某个更正后的行已不在导入记录 %1 的被拒绝行之中。请重新查看列表。</translation>
    </message>
    <message>
        <source>Feeding corrected rows</source>
        <translation>正在写入更正后的行</translation>
    </message>
</context>
<context>
    <name>foretrail::CorrectionsFile</name>
    <message>
        <source>%1, line %2, column %3</source>
        <translation>%1，第 %2 行，%3 列</translation>
    </message>
    <message>
        <source>%1, line 1: there are no columns time and correction. Begin the file with the line time,correction,reason.</source>
        <translation>%1，第 1 行：没有 time 和 correction 两列。请让文件以 time,correction,reason 这一行开头。</translation>
    </message>
    <message>
        <source>%1: the cell is empty. Fill it, or take the line out.</source>
        <translation>%1：单元格是空的。请填写，或删去这一行。</translation>
    </message>
</context>
<context>
    <name>foretrail::CredibleTimes</name>
    <message numerus="yes">
        <source>%n event(s) lie far outside of %1 to %2, as by a wrong clock: what rests on times leaves them out.</source>
        <translation>
            <numerusform>%n 个事件的时间远在 %1 至 %2 之外，像是时钟有误：凡依据时间的内容都不计入它们。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::CursorPainter</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::CustomerModel</name>
    <message>
        <source>Without intervals: the purchases leave a parameter of the model open.</source>
        <translation>没有区间：购买记录无法确定模型的某个参数。</translation>
    </message>
    <message>
        <source>One purchase day only, and BG/NBD takes everybody for active until the second: it cannot tell whether this user is.</source>
        <translation>只有一个购买日，而 BG/NBD 在第二次购买之前把每个人都当作活跃：它无法判断这位用户是否活跃。</translation>
    </message>
    <message>
        <source>One purchase day only: this is what becomes of users in general, not what this one does.</source>
        <translation>只有一个购买日：这反映的是一般用户的去留，而不是这位用户的习惯。</translation>
    </message>
    <message numerus="yes">
        <source>Came back on %n day(s) only: the habits of all users weigh more than this one&apos;s.</source>
        <translation>
            <numerusform>只在 %n 天回来购买过：全体用户的习惯比这位用户自己的更有分量。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Came back on %n day(s).</source>
        <translation>
            <numerusform>在 %n 天回来购买过。</numerusform>
        </translation>
    </message>
    <message>
        <source>No purchase shows that users leave: who is silent may buy seldom, so that P(active) cannot be told.</source>
        <translation>购买记录看不出有用户离开：沉默的用户可能只是很少购买，因此无法判断 P(活跃)。</translation>
    </message>
    <message>
        <source>The model of buyers that was kept cannot be read.</source>
        <translation>无法读取已保存的买家模型。</translation>
    </message>
    <message>
        <source>Bought on the last day that is known, so that nobody can say yet.</source>
        <translation>在已知的最后一天购买过，因此还无从判断。</translation>
    </message>
</context>
<context>
    <name>foretrail::Customers</name>
    <message>
        <source>Who buys oftener spends another amount each time (correlation %1): the model of spend supposes that this does not matter, so its values are rough.</source>
        <translation>买得更勤的用户每次花费不同（相关系数 %1）：花费模型假定二者无关，因此它给出的价值只是粗略的。</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) bought first behind the calibration end and are not among these.</source>
        <translation>
            <numerusform>有 %n 位用户在校准截止日之后才首次购买，不在其中。</numerusform>
        </translation>
    </message>
    <message>
        <source>The purchases leave at least one parameter open, as where all users buy alike, with equal gaps, or nobody leaves: figures that depend on it come without intervals.</source>
        <translation>购买记录无法确定至少一个参数，例如所有用户的购买方式相同、间隔相等或无人离开时：依赖该参数的数值不带区间。</translation>
    </message>
    <message>
        <source>BG/NBD takes users with one purchase day for active, all of them: their P(active) is left empty. mbgnbd judges them too.</source>
        <translation>BG/NBD 把只有一个购买日的用户全部当作活跃：他们的 P(活跃) 留空。mbgnbd 也会判断这些用户。</translation>
    </message>
</context>
<context>
    <name>foretrail::CustomersPage</name>
    <message>
        <source>Export list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>Search users</source>
        <translation>搜索用户</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Reading users</source>
        <translation>正在读取用户</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>Go to Start</source>
        <translation>前往开始页</translation>
    </message>
    <message>
        <source>No users yet. Import a log that says who bought or clicked.</source>
        <translation>还没有用户。请导入记录了购买者或点击者的日志。</translation>
    </message>
    <message>
        <source>Import a log</source>
        <translation>导入日志</translation>
    </message>
    <message>
        <source>Export the list of users</source>
        <translation>导出用户列表</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Exporting %1 users</source>
        <translation>正在导出 %1 位用户</translation>
    </message>
    <message>
        <source>Export the activity</source>
        <translation>导出活动情况</translation>
    </message>
    <message>
        <source>Export of %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>正在导出 %1</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>No user is named like that.</source>
        <translation>没有名称匹配的用户。</translation>
    </message>
    <message>
        <source>Erase this user...</source>
        <translation>清除此用户...</translation>
    </message>
    <message>
        <source>Erase %1 for good? Events, sessions and attributes of this user are removed from the workspace and all totals are counted anew. Stored runs hold sums of many users and stay. This cannot be undone; only an import of a file that names the user brings the user back.</source>
        <translation>要永久清除%1吗？该用户的事件、会话和属性将从工作区中删除，所有合计会重新计算。已保存的运行只含多个用户的合计，予以保留。此操作无法撤销；只有再次导入包含该用户的文件才会使其重新出现。</translation>
    </message>
    <message>
        <source>Erase a user</source>
        <translation>清除用户</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Erasing a user</source>
        <translation>正在清除用户</translation>
    </message>
    <message numerus="yes">
        <source>Search %Ln user(s)</source>
        <translation>
            <numerusform>搜索 %Ln 位用户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %Ln user(s).</source>
        <translation>
            <numerusform>%1：%Ln 位用户中的 %2 位。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s).</source>
        <translation>
            <numerusform>%Ln 位用户。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s). The best tenth of them bring %1 % of revenue.</source>
        <translation>
            <numerusform>%Ln 位用户。其中最好的十分之一带来 %1 % 的收入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The user is erased: %Ln event(s) are gone.</source>
        <translation>
            <numerusform>用户已清除：%Ln 个事件已删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The user is erased: %Ln event(s) are gone. Another program reads the file, so unused parts of it may still hold the id: close it and erase again.</source>
        <translation>
            <numerusform>用户已清除：%Ln 个事件已删除。另一个程序正在读取该文件，其未使用的部分可能仍含有该标识：请关闭它后再清除一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>The log names no users, so there is nobody to list. Import it with a column of users.</source>
        <translation>日志没有用户，因此无人可列。请连同用户列一起导入日志。</translation>
    </message>
    <message>
        <source>What was sold is on the page Forecast.</source>
        <translation>销售情况见“预测”页。</translation>
    </message>
    <message>
        <source>How much happens is on the page Forecast.</source>
        <translation>活动量见“预测”页。</translation>
    </message>
    <message>
        <source>Where the log has sessions, funnels of them are on the page Behaviour and what comes next in one is on the page Recommend.</source>
        <translation>若日志有会话，会话漏斗见“行为”页，会话中接下来的推荐见“推荐”页。</translation>
    </message>
    <message>
        <source>Where the log has sessions, funnels of them are on the page Behaviour.</source>
        <translation>若日志有会话，会话漏斗见“行为”页。</translation>
    </message>
    <message>
        <source>Here are series alone, without users. Import a log that says who bought or clicked. The series are on the page Forecast.</source>
        <translation>这里只有序列，没有用户。请导入记录谁购买或点击的日志。序列见“预测”页。</translation>
    </message>
    <message>
        <source>The users of the list with their state, what is expected of them, what to show each next and why</source>
        <translation>列表中的用户及其状态、预期、接下来展示什么及其理由</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>At risk: 132</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 (%3 % of revenue)</source>
        <comment>At risk: 132 (12 % of revenue)</comment>
        <translation>%1：%2（占收入 %3 %）</translation>
    </message>
    <message>
        <source>Show who is about to leave. %1</source>
        <translation>显示即将流失的用户。%1</translation>
    </message>
    <message>
        <source>Beside the list stands what to show each next and why; Export list writes it for all of them.</source>
        <translation>列表旁边是接下来向每位用户展示什么及其理由；“导出列表”会为所有人写出。</translation>
    </message>
</context>
<context>
    <name>foretrail::CustomersReport</name>
    <message>
        <source>Writing users</source>
        <translation>正在写出用户</translation>
    </message>
</context>
<context>
    <name>foretrail::DataPage</name>
    <message>
        <source>%1 is open for reading only. Open or make another workspace to import.</source>
        <translation>%1 以只读方式打开。请打开或新建其他工作区再导入。</translation>
    </message>
    <message>
        <source>Reading imports</source>
        <translation>正在读取导入记录</translation>
    </message>
    <message>
        <source>Reading time zones</source>
        <translation>正在读取时区</translation>
    </message>
    <message>
        <source>The workspace changes only when the whole file is read. Stopping stores nothing.</source>
        <translation>整个文件读完后才会写入工作区；中途停止不会保存任何数据。</translation>
    </message>
    <message>
        <source>Import %1 rows</source>
        <translation>导入 %1 行</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>This workspace is open for reading only.</source>
        <translation>此工作区以只读方式打开。</translation>
    </message>
    <message>
        <source> File %1 of %2.</source>
        <translation>第 %1 个文件，共 %2 个。</translation>
    </message>
    <message>
        <source>Reading the first rows of %1.</source>
        <translation>正在读取 %1 的前几行。</translation>
    </message>
    <message>
        <source>%1, %2: check how the first rows are read.</source>
        <translation>%1，%2：请核对前几行的解析结果。</translation>
    </message>
    <message>
        <source>Importing %1.</source>
        <translation>正在导入 %1。</translation>
    </message>
    <message>
        <source>%1 is open for reading only: nothing can be imported.</source>
        <translation>%1 以只读方式打开，无法导入。</translation>
    </message>
    <message>
        <source>%1 holds %2 rows.</source>
        <translation>%1 共有 %2 行数据。</translation>
    </message>
    <message>
        <source>Nothing was imported into this workspace, and it is open for reading only.</source>
        <translation>此工作区没有导入过数据，且以只读方式打开。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Answer the question about the dates first.</source>
        <translation>请先回答关于日期的问题。</translation>
    </message>
    <message>
        <source>Looking for tables.</source>
        <translation>正在查找表格。</translation>
    </message>
    <message>
        <source>No data yet. Choose or drop files or a folder of sales, clicks or series, or paste a table.</source>
        <translation>还没有数据。请选择或拖入销售、点击或序列的文件或文件夹，也可以粘贴表格。</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Import a folder...</source>
        <translation>导入文件夹...</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>粘贴表格</translation>
    </message>
    <message>
        <source>Imports the table or the files on the clipboard</source>
        <translation>导入剪贴板中的表格或文件</translation>
    </message>
    <message>
        <source>Codes that are no products...</source>
        <translation>非商品编码...</translation>
    </message>
    <message>
        <source>The workspace changes file by file. Stopping keeps the files that are done and stores nothing of the one that is read.</source>
        <translation>每读完一个文件就写入工作区。中途停止会保留已完成的文件，正在读取的文件不会保存任何数据。</translation>
    </message>
    <message>
        <source>Import %1 files</source>
        <translation>导入 %1 个文件</translation>
    </message>
</context>
<context>
    <name>foretrail::DateAgreement</name>
    <message numerus="yes">
        <source>%n files of one shape</source>
        <translation>
            <numerusform>%n 个结构相同的文件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>files, what is said of them</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: dates are read as %2, as in %3.</source>
        <translation>%1：日期按 %2 解析，与 %3 一致。</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; can only be %4</source>
        <comment>file, number, a date, its format</comment>
        <translation>%1 第 %2 行：“%3”只能读作 %4</translation>
    </message>
    <message>
        <source>Two files write their dates in different ways: %1; %2.</source>
        <translation>两个文件的日期写法不同：%1；%2。</translation>
    </message>
    <message>
        <source>%1 Import the files of either kind by themselves, with --date-format &quot;%2&quot; or --date-format &quot;%3&quot;.</source>
        <translation>%1请把两类文件分开导入，分别加上 --date-format &quot;%2&quot; 或 --date-format &quot;%3&quot;。</translation>
    </message>
</context>
<context>
    <name>foretrail::DateChoice</name>
    <message>
        <source>%1 fits as %2 (%3) and as %4 (%5), and nothing in the file tells which is right. Choose the date format: on the command line --date-format &quot;%2&quot; or --date-format &quot;%4&quot;.</source>
        <translation>%1 既可读作 %2（%3），也可读作 %4（%5），文件中没有内容能判断哪种正确。请选择日期格式：命令行中用 --date-format &quot;%2&quot; 或 --date-format &quot;%4&quot;。</translation>
    </message>
    <message>
        <source>%1 rows are at times that clocks in %2 skipped in spring; they are kept as if the clock had not been put forward yet.</source>
        <translation>%1 行的时间落在 %2 春季时钟跳过的时段；按时钟尚未拨快处理并保留。</translation>
    </message>
    <message>
        <source>%1 rows are at times that clocks in %2 showed twice in autumn; they are read as the first of the two.</source>
        <translation>%1 行的时间落在 %2 秋季时钟重复的时段；按两次中的第一次读取。</translation>
    </message>
    <message numerus="yes">
        <source>%1 mixes ways to write dates: %2 (%3) and %4 (%5) read most rows, and each leaves %n rows unread. Choose the date format: on the command line --date-format &quot;%2&quot; or --date-format &quot;%4&quot;; the other rows are set aside, to be corrected.</source>
        <translation>
            <numerusform>%1 混用了多种日期写法：%2（%3）和 %4（%5）能读出最多的行，各有 %n 行无法读取。请选择日期格式：命令行中用 --date-format &quot;%2&quot; 或 --date-format &quot;%4&quot;；其余的行会被搁置，等待更正。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::DateFormat</name>
    <message>
        <source>&quot;%1&quot; is not a date format. Write for example yyyy-MM-dd HH:mm:ss, M/d/yyyy H:mm, dd.MM.yyyy or unix-s.</source>
        <translation>“%1”不是日期格式。例如可写 yyyy-MM-dd HH:mm:ss、M/d/yyyy H:mm、dd.MM.yyyy 或 unix-s。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a format of times of day. Write for example HH:mm:ss.</source>
        <translation>“%1”不是时刻的格式。例如可写 HH:mm:ss。</translation>
    </message>
</context>
<context>
    <name>foretrail::DateQuestionCard</name>
    <message>
        <source> or </source>
        <comment>between two dates</comment>
        <translation> 还是 </translation>
    </message>
    <message>
        <source>Are the dates of this file %1?</source>
        <translation>此文件的日期是 %1？</translation>
    </message>
    <message>
        <source>%1: is that %2?</source>
        <translation>%1：是 %2？</translation>
    </message>
    <message>
        <source>All fit the rows looked at so far. The other rows are being read and may answer the question.</source>
        <translation>就已查看的行而言，各种读法都符合。其余的行正在读取，可能会给出答案。</translation>
    </message>
    <message>
        <source>Each fits every row. Choose the calendar that looks like your days; the answer is kept for files like this one.</source>
        <translation>每种读法都符合所有行。请选择与您的实际日期相符的日历；此选择会保留，用于同类文件。</translation>
    </message>
    <message>
        <source>Are the dates of these files %1?</source>
        <translation>这些文件的日期是 %1？</translation>
    </message>
    <message>
        <source>Each fits every row of %1 files. Choose the calendar that looks like your days; the answer holds for all of them.</source>
        <translation>每种读法都符合 %1 个文件的所有行。请选择与您的实际日期相符的日历；此选择对这些文件全部有效。</translation>
    </message>
    <message numerus="yes">
        <source>Each leaves %n rows unread: dates are written in more ways than one. Choose the calendar that looks like your days; the other rows are set aside, to be corrected.</source>
        <translation>
            <numerusform>每种读法都有 %n 行无法读取：日期用了不止一种写法。请选择与您的日期相符的日历；其余的行会被搁置，等待更正。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::DateReadingButton</name>
    <message>
        <source>%1 to %2, %3 days</source>
        <translation>%1 至 %2，共 %3 天</translation>
    </message>
</context>
<context>
    <name>foretrail::DateReferee</name>
    <message>
        <source>%1 fits as %2 (%3) and as %4 (%5). %2 is taken, since the days then lie closer together; change the date format if that is wrong.</source>
        <translation>%1 既可读作 %2（%3），也可读作 %4（%5）。采用 %2，因为这样日期更集中；如有误请更改日期格式。</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 是 %2</translation>
    </message>
    <message>
        <source>reading the dates</source>
        <translation>正在读取日期</translation>
    </message>
</context>
<context>
    <name>foretrail::DatesEditor</name>
    <message>
        <source>%1 to %2</source>
        <comment>dates</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>From a file...</source>
        <translation>从文件导入…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>dates: name of the holiday</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation>可留空</translation>
    </message>
    <message>
        <source>A table of date and name, or of start, end and name, with or without a header; or a calendar (.ics) of whole days</source>
        <translation>日期和名称的表格，或开始、结束和名称的表格，有无表头均可；或全天事件的日历文件（.ics）</translation>
    </message>
</context>
<context>
    <name>foretrail::DatesSection</name>
    <message>
        <source>%1 is not a date. Write it as 2011-09-30.</source>
        <translation>%1 不是日期。请写成 2011-09-30。</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>&amp;Date format</source>
        <translation>日期格式(&amp;D)</translation>
    </message>
    <message>
        <source>no dates</source>
        <translation>没有日期</translation>
    </message>
    <message>
        <source>Date format</source>
        <translation>日期格式</translation>
    </message>
    <message>
        <source>y year, M month, d day, H hour, m minute, s second; one format for the whole column</source>
        <translation>y 年，M 月，d 日，H 时，m 分，s 秒；整列使用同一种格式</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>时区(&amp;Z)</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Of the clock that wrote the file; days are cut by its calendar</source>
        <translation>写出该文件的时钟所在的时区；按其日历划分每一天</translation>
    </message>
    <message>
        <source>Time of the &amp;first column</source>
        <translation>首列的时间(&amp;F)</translation>
    </message>
    <message>
        <source>none: a plain index</source>
        <translation>无：普通序号</translation>
    </message>
</context>
<context>
    <name>foretrail::DayInputs</name>
    <message>
        <source>Reading what came in on each day</source>
        <translation>正在读取每天的数据</translation>
    </message>
</context>
<context>
    <name>foretrail::DayWatch</name>
    <message>
        <source>Since %1 days are no longer what their forecasts say. %2</source>
        <translation>自 %1 起，每天不再如预测所言。%2</translation>
    </message>
    <message>
        <source>Most of it comes from: %1.</source>
        <translation>主要来自：%1。</translation>
    </message>
    <message>
        <source>nobody known</source>
        <translation>未知用户</translation>
    </message>
    <message>
        <source>Users behind it: %1.</source>
        <translation>相关用户：%1。</translation>
    </message>
</context>
<context>
    <name>foretrail::DecomposeStep</name>
    <message>
        <source>Season of %1 steps, strength %2 (0 none, 1 all of it).</source>
        <translation>季节 %1 步，强度 %2（0 为无，1 为全部）。</translation>
    </message>
    <message>
        <source>A season of 1 step is no season. Give a longer one.</source>
        <translation>1 步不成季节。请给更长的。</translation>
    </message>
    <message>
        <source>A season of %1 steps needs a training part of more than %2; it has %3.</source>
        <translation>%1 步的季节要求训练段多于 %2 步；现有 %3 步。</translation>
    </message>
    <message>
        <source>A value is missing. Put the step &quot;Missing values&quot; in front.</source>
        <translation>有缺失值。请在前面加“缺失值”一步。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>去除</translation>
    </message>
    <message>
        <source>What a model need not learn, since it is put back onto the forecast.</source>
        <translation>模型不必学习的部分，因为预测时会加回。</translation>
    </message>
    <message>
        <source>season</source>
        <translation>季节</translation>
    </message>
    <message>
        <source>season and trend</source>
        <translation>季节和趋势</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不去除</translation>
    </message>
    <message>
        <source>Season and trend</source>
        <translation>季节与趋势</translation>
    </message>
    <message>
        <source>Decomposition by loess (STL, with several seasons MSTL): the model sees what is left, and the last season is put back onto its forecast.</source>
        <translation>用 loess 分解（STL；多个季节用 MSTL）：模型只看剩余部分，预测时再加回最后一个季节。</translation>
    </message>
    <message>
        <source>Season lengths</source>
        <translation>季节长度</translation>
    </message>
    <message>
        <source>Steps in a season; several for a week inside a year. Empty: the usual one.</source>
        <translation>一个季节的步数；一年之内还有一周时可填多个。空：通常的长度。</translation>
    </message>
    <message>
        <source>As columns</source>
        <translation>作为列</translation>
    </message>
    <message>
        <source>Season and trend also stand beside the series, for a model to see.</source>
        <translation>季节和趋势也作为序列旁的列，供模型使用。</translation>
    </message>
    <message>
        <source>Robust</source>
        <translation>稳健</translation>
    </message>
    <message>
        <source>Outliers count less; takes longer.</source>
        <translation>异常值权重更小；耗时更长。</translation>
    </message>
</context>
<context>
    <name>foretrail::DecompositionView</name>
    <message>
        <source>The trend explains %1 % of what is left beside the season</source>
        <translation>去除季节后，趋势解释了余下波动的 %1%</translation>
    </message>
    <message>
        <source>%1; the series does not hold two seasons of this length.</source>
        <translation>%1；序列不足两个这样长的季节。</translation>
    </message>
    <message>
        <source>%1; the season explains %2 % of what is left beside the trend.</source>
        <comment>sentence about the trend</comment>
        <translation>%1；去除趋势后，季节解释了余下波动的 %2%。</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>季节</translation>
    </message>
    <message>
        <source>Remainder</source>
        <translation>残余</translation>
    </message>
    <message>
        <source>Season length</source>
        <translation>季节长度</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>按常规</translation>
    </message>
    <message>
        <source>Robust</source>
        <translation>稳健</translation>
    </message>
    <message>
        <source>Outliers are weighed down; takes longer.</source>
        <translation>降低异常值的权重，耗时更长。</translation>
    </message>
    <message>
        <source>Taking a series apart</source>
        <translation>正在分解序列</translation>
    </message>
</context>
<context>
    <name>foretrail::DelimitedReader</name>
    <message>
        <source>%1, line %2: the row is longer than %3 MiB. Check that the file is a table and that it has line breaks.</source>
        <translation>%1 第 %2 行：该行超过 %3 MiB。请检查文件是否为表格、是否有换行。</translation>
    </message>
    <message>
        <source>%1, line %2: the row has more than %3 columns. Check the delimiter; a table this wide has to be turned so that its columns become rows.</source>
        <translation>%1 第 %2 行：该行超过 %3 列。请检查分隔符；这么宽的表需要转置，把列变成行。</translation>
    </message>
</context>
<context>
    <name>foretrail::DemandPattern</name>
    <message>
        <source>No demand at all.</source>
        <translation>完全没有需求。</translation>
    </message>
    <message>
        <source>Smooth demand: one every %1 steps (below %2), its sizes much alike (CV² %3, below %4).</source>
        <translation>平稳需求：平均每 %1 步一次（小于 %2），需求量变化不大（CV² 为 %3，小于 %4）。</translation>
    </message>
    <message>
        <source>Erratic demand: one every %1 steps (below %2), but of varying size (CV² %3, not below %4).</source>
        <translation>波动需求：平均每 %1 步一次（小于 %2），但需求量变化大（CV² 为 %3，不小于 %4）。</translation>
    </message>
    <message>
        <source>Intermittent demand: one every %1 steps (not below %2), its sizes much alike (CV² %3, below %4).</source>
        <translation>间歇需求：平均每 %1 步一次（不小于 %2），需求量变化不大（CV² 为 %3，小于 %4）。</translation>
    </message>
    <message>
        <source>Lumpy demand: one every %1 steps (not below %2), and of varying size (CV² %3, not below %4).</source>
        <translation>块状需求：平均每 %1 步一次（不小于 %2），且需求量变化大（CV² 为 %3，不小于 %4）。</translation>
    </message>
</context>
<context>
    <name>foretrail::DifferenceStep</name>
    <message>
        <source>A season of 1 step is no season. Give its length, or take the difference against the step before.</source>
        <translation>1 步不成季节。请给出长度，或对前一步做差分。</translation>
    </message>
    <message>
        <source>The training part has %1 observations; a difference over %2 needs more.</source>
        <translation>训练段有 %1 个观测值；跨 %2 步的差分需要更多。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>The change against an earlier step in place of the level: takes away trend or season.</source>
        <translation>用与先前一步的变化代替水平值：去掉趋势或季节。</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>相对于</translation>
    </message>
    <message>
        <source>Which earlier step is subtracted.</source>
        <translation>减去先前的哪一步。</translation>
    </message>
    <message>
        <source>Season length</source>
        <translation>季节长度</translation>
    </message>
    <message>
        <source>Steps in a season.</source>
        <translation>一个季节的步数。</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>the step before</source>
        <translation>前一步</translation>
    </message>
    <message>
        <source>one season before</source>
        <translation>上一个季节</translation>
    </message>
</context>
<context>
    <name>foretrail::DriftAlert</name>
    <message numerus="yes">
        <source>For %n steps one-step errors have been larger: %1 on average, %2 before.</source>
        <translation>
            <numerusform>近 %n 步中，一步误差变大：平均为 %1，之前为 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n steps one-step errors have been smaller: %1 on average, %2 before.</source>
        <translation>
            <numerusform>近 %n 步中，一步误差变小：平均为 %1，之前为 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n steps more than before has happened, against the forecast: the error is %1 on average, %2 before.</source>
        <translation>
            <numerusform>近 %n 步中，实际值相对预测比之前偏高：平均误差为 %1，之前为 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n steps less than before has happened, against the forecast: the error is %1 on average, %2 before.</source>
        <translation>
            <numerusform>近 %n 步中，实际值相对预测比之前偏低：平均误差为 %1，之前为 %2。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::DriftScan</name>
    <message>
        <source>%1 takes too long to be fitted for this. Choose a quick model, such as snaive, theta, ses or ar.</source>
        <translation>%1 拟合时间过长，不适合此用途。请选择快速模型，例如 snaive、theta、ses 或 ar。</translation>
    </message>
    <message>
        <source>There is no such series. The verb series lists those there are.</source>
        <translation>没有这个序列。命令 series 可列出现有序列。</translation>
    </message>
    <message>
        <source>One series at a time is watched. Choose it with --series KEY.</source>
        <translation>一次只监测一个序列。请用 --series KEY 选择。</translation>
    </message>
    <message numerus="yes">
        <source>Series %1 has %n one-step errors to judge, and %2 are needed to know what is usual. Choose a finer step.</source>
        <translation>
            <numerusform>序列 %1 有 %n 个一步误差可供判断，而了解常态需要 %2 个。请选择更细的步长。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: %n changes in %3 one-step errors from %4 on.</source>
        <translation>
            <numerusform>%1，%2：自 %4 起的 %3 个一步误差中有 %n 处变化。</numerusform>
        </translation>
    </message>
    <message>
        <source>Bands of %1 % held %2 % of them where they stay as they are, %3 % where they adapt.</source>
        <translation>%1 % 的区间若保持不变，覆盖其中 %2 %；若自适应，覆盖 %3 %。</translation>
    </message>
    <message>
        <source>%1 (found %2, %3): %4</source>
        <translation>%1（发现于 %2，%3）：%4</translation>
    </message>
    <message>
        <source>Against it: %1.</source>
        <translation>反向变化：%1。</translation>
    </message>
    <message>
        <source>nobody known</source>
        <translation>未知用户</translation>
    </message>
    <message>
        <source>The mean of %1 steps before is %2, of %3 steps since %4.</source>
        <translation>之前 %1 步的平均值为 %2，之后 %3 步为 %4。</translation>
    </message>
    <message>
        <source>Of that change: %1.</source>
        <translation>变化来自：%1。</translation>
    </message>
    <message>
        <source>Users behind it: %1.</source>
        <translation>相关用户：%1。</translation>
    </message>
    <message>
        <source>Users against it: %1.</source>
        <translation>反向变化的用户：%1。</translation>
    </message>
</context>
<context>
    <name>foretrail::DriftSettings</name>
    <message>
        <source>%1 are fewer than it learns from, %2.</source>
        <translation>%1 少于学习所需的 %2。</translation>
    </message>
</context>
<context>
    <name>foretrail::DriftState</name>
    <message>
        <source>it is absent.</source>
        <translation>缺少此项。</translation>
    </message>
    <message>
        <source>it must be a number.</source>
        <translation>必须是数字。</translation>
    </message>
    <message>
        <source>%1 is not between %2 and %3.</source>
        <translation>%1 不在 %2 与 %3 之间。</translation>
    </message>
    <message>
        <source>%1 is not a whole number.</source>
        <translation>%1 不是整数。</translation>
    </message>
    <message>
        <source>it must be a list of numbers.</source>
        <translation>必须是数字列表。</translation>
    </message>
    <message>
        <source>it must be an object.</source>
        <translation>必须是对象。</translation>
    </message>
    <message>
        <source>there is no such key.</source>
        <translation>没有这个键。</translation>
    </message>
</context>
<context>
    <name>foretrail::DuplicateRules</name>
    <message>
        <source>Rows were told apart by other columns in import %1, so rows that are there from it are not recognised as duplicates.</source>
        <translation>导入记录 %1 按其他列区分各行，因此由它入库的行不会被识别为重复行。</translation>
    </message>
</context>
<context>
    <name>foretrail::DuplicatesSection</name>
    <message>
        <source>No key column yet: click the name of a column and take it into the key.</source>
        <translation>还没有键列：请点击列名，将该列加入键。</translation>
    </message>
    <message>
        <source>Key: %1. Click the name of a column to change it.</source>
        <translation>键：%1。点击列名可更改。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>&amp;Other value for a stored time</source>
        <translation>已存时间有不同的值时(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Row that is stored already</source>
        <translation>行已入库时(&amp;R)</translation>
    </message>
    <message>
        <source>Keep the stored value</source>
        <translation>保留已存的值</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>Take the new value</source>
        <translation>采用新值</translation>
    </message>
    <message>
        <source>Take the new row in its place</source>
        <translation>用新行替换</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>停止导入</translation>
    </message>
    <message>
        <source>Same rows</source>
        <translation>相同的行</translation>
    </message>
    <message>
        <source>Rows are the sa&amp;me when</source>
        <translation>视为相同行的条件(&amp;M)</translation>
    </message>
    <message>
        <source>every column is equal</source>
        <translation>所有列都相同</translation>
    </message>
    <message>
        <source>the key columns are equal</source>
        <translation>键列相同</translation>
    </message>
    <message>
        <source>never: keep all</source>
        <translation>从不：全部保留</translation>
    </message>
    <message>
        <source>Leave out &amp;non-products</source>
        <translation>略过非商品行(&amp;N)</translation>
    </message>
    <message>
        <source>Rows of postage, fees, samples and adjustments count as left out; else they are kept and flagged</source>
        <translation>邮费、手续费、样品和调整等行计为已略过；否则保留并标记</translation>
    </message>
    <message>
        <source>Which codes are no products</source>
        <translation>哪些编码不是商品</translation>
    </message>
</context>
<context>
    <name>foretrail::Encoding</name>
    <message>
        <source>%1 is not an encoding. Use one of: %2.</source>
        <translation>%1 不是编码。可用：%2。</translation>
    </message>
    <message>
        <source>%1 is not text. Foretrail reads delimited text such as CSV, JSON lines and .xlsx workbooks, also packed; save a table of another program as one of these first.</source>
        <translation>%1 不是文本。Foretrail 可读取 CSV 等分隔文本、JSON 行和 .xlsx 工作簿，压缩文件也可以；其他程序的表格请先另存为其中一种格式。</translation>
    </message>
</context>
<context>
    <name>foretrail::EpochCharts</name>
    <message>
        <source>Before the first epoch</source>
        <translation>第一轮之前</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>%1: validation part, one step ahead</source>
        <comment>Epoch 12</comment>
        <translation>%1：验证部分，向前一步</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>Revenue (GBP)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>%1, mean %2</source>
        <comment>what is counted, number</comment>
        <translation>%1，均值 %2</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Validation: %1</source>
        <comment>Loss</comment>
        <translation>验证：%1</translation>
    </message>
    <message>
        <source>Epoch of the origin</source>
        <translation>起源运行的轮次</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>起源</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>they part</source>
        <translation>分开处</translation>
    </message>
</context>
<context>
    <name>foretrail::EpochReader</name>
    <message>
        <source>Reading epochs</source>
        <translation>读取轮次</translation>
    </message>
    <message>
        <source>Reading a run</source>
        <translation>读取运行</translation>
    </message>
    <message>
        <source>Counting weights and gates</source>
        <translation>统计权重和门</translation>
    </message>
</context>
<context>
    <name>foretrail::EpochSlider</name>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Which epoch is shown: forecast, weights and gates as they were then</source>
        <translation>显示哪一轮：当时的预测、权重和门</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Replays the training, epoch by epoch</source>
        <translation>逐轮重放训练</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>training %1</source>
        <translation>训练 %1</translation>
    </message>
    <message>
        <source>validation %1</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>the best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>%1 epochs are kept</source>
        <translation>保留了 %1 轮</translation>
    </message>
    <message>
        <source>Branch from epoch %1...</source>
        <translation>从第 %1 轮分支…</translation>
    </message>
    <message>
        <source>Trains on from here with other settings; the two are drawn beside each other</source>
        <translation>从这里以其他设置继续训练；两者并排绘制</translation>
    </message>
</context>
<context>
    <name>foretrail::EpochTrail</name>
    <message>
        <source>The stored epochs are damaged. Train the run again.</source>
        <translation>保存的轮次已损坏。请重新训练该运行。</translation>
    </message>
</context>
<context>
    <name>foretrail::EraseUser</name>
    <message>
        <source>This workspace is read-only: nobody can be erased from it.</source>
        <translation>此工作区是只读的，无法从中清除用户。</translation>
    </message>
</context>
<context>
    <name>foretrail::Error</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>foretrail::EtsForecaster</name>
    <message>
        <source>The stored model is damaged: its form and its season do not agree. Train it again.</source>
        <translation>保存的模型已损坏：其形式与季节不一致。请重新训练。</translation>
    </message>
    <message>
        <source>All values are equal: repeats them.</source>
        <translation>所有数值相同：重复该值。</translation>
    </message>
    <message>
        <source>%1 observations are too few for exponential smoothing: repeats the last value.</source>
        <translation>%1 个观测值太少，不足以做指数平滑：重复最后一个值。</translation>
    </message>
    <message>
        <source>%1 observations are too few for a trend.</source>
        <translation>%1 个观测值太少，不足以估计趋势。</translation>
    </message>
    <message>
        <source>There is no season to follow.</source>
        <translation>没有可跟随的季节。</translation>
    </message>
    <message>
        <source>%1 observations are too few for a season of %2.</source>
        <translation>%1 个观测值太少，不足以估计长度为 %2 的季节。</translation>
    </message>
    <message>
        <source>Not all values are above zero, so the season is additive.</source>
        <translation>并非所有数值都大于零，因此采用加法季节。</translation>
    </message>
    <message numerus="yes">
        <source>%1 with %2, the least AICc of %n forms.</source>
        <translation>
            <numerusform>%1，%2，为 %n 种形式中 AICc 最小者。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 with %2, by maximum likelihood.</source>
        <translation>%1，%2，按最大似然估计。</translation>
    </message>
    <message>
        <source>A season of %1 is removed before and put back after.</source>
        <translation>预测前去除长度为 %1 的季节，预测后还原。</translation>
    </message>
</context>
<context>
    <name>foretrail::EventConflicts</name>
    <message>
        <source>this row is there already, from import %1 (%2), so nothing was stored. Choose to skip such rows, or take that import back first.</source>
        <translation>该行已存在，来自导入记录 %1（%2），因此没有保存任何内容。请选择跳过这类行，或先撤销该次导入。</translation>
    </message>
</context>
<context>
    <name>foretrail::EventCounts</name>
    <message>
        <source>There is no attribute &quot;%1&quot;: no column was imported as an attribute.</source>
        <translation>没有属性“%1”：导入时没有把任何列作为属性。</translation>
    </message>
    <message>
        <source>There is no attribute &quot;%1&quot;. There are: %2.</source>
        <translation>没有属性“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>There is no item &quot;%1&quot;.</source>
        <translation>没有商品“%1”。</translation>
    </message>
    <message>
        <source>There is no category &quot;%1&quot;.</source>
        <translation>没有类目“%1”。</translation>
    </message>
    <message>
        <source>There are no events of the kind &quot;%1&quot;.</source>
        <translation>没有“%1”类事件。</translation>
    </message>
</context>
<context>
    <name>foretrail::EventSequenceNetwork</name>
    <message>
        <source>Networks need OpenBLAS, which was not found. Install libopenblas0-pthread; the logistic regression works without it.</source>
        <translation>神经网络需要 OpenBLAS，但未找到。请安装 libopenblas0-pthread；逻辑回归不受影响。</translation>
    </message>
    <message>
        <source>The loss of the network is no number any more.</source>
        <translation>网络的损失已不是有效数值。</translation>
    </message>
    <message>
        <source>Network, epoch %1 of %2 at most</source>
        <translation>网络训练：第 %1 轮，最多 %2 轮</translation>
    </message>
    <message>
        <source>A stored network is damaged.</source>
        <translation>保存的网络已损坏。</translation>
    </message>
</context>
<context>
    <name>foretrail::EventSeries</name>
    <message>
        <source>The measure value belongs to imported series. For the rows of a log choose revenue, quantity, orders, events or users.</source>
        <translation>指标 value 只用于导入的序列。对日志数据请选择 revenue、quantity、orders、events 或 users。</translation>
    </message>
    <message>
        <source>Events need a step. Choose hour, day, week, month, quarter or year.</source>
        <translation>事件需要时间粒度。请选择 hour、day、week、month、quarter 或 year。</translation>
    </message>
    <message>
        <source>The workspace holds imported series and no events. Group by series to see them.</source>
        <translation>工作区只有导入的序列，没有事件。请按 series 分组查看。</translation>
    </message>
    <message>
        <source>The workspace holds no data yet. Import a file first.</source>
        <translation>工作区还没有数据。请先导入文件。</translation>
    </message>
    <message>
        <source>There is no attribute &quot;%1&quot;: no column was imported as an attribute.</source>
        <translation>没有属性“%1”：导入时没有把任何列作为属性。</translation>
    </message>
    <message>
        <source>There is no attribute &quot;%1&quot;. There are: %2.</source>
        <translation>没有属性“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>There is no series &quot;%1&quot;: the total is called &quot;total&quot;. Group by item or something else to see others.</source>
        <translation>没有序列“%1”：总计称为“total”。按商品或其他方式分组可查看其他序列。</translation>
    </message>
    <message>
        <source>There is no series &quot;%1&quot;.</source>
        <translation>没有序列“%1”。</translation>
    </message>
    <message>
        <source>Reading events</source>
        <translation>正在读取事件</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>件</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>订单数</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件数</translation>
    </message>
    <message>
        <source>users</source>
        <translation>用户数</translation>
    </message>
    <message>
        <source>%1 series of %2 steps are more than memory should hold. Ask for the largest only, for a longer step, or for some series by name.</source>
        <translation>%1 个序列、每个 %2 步，超出内存限度。请只取最大的若干个、选择更长的时间粒度，或按名称指定序列。</translation>
    </message>
    <message>
        <source>The events of this workspace have no time, only an order, so there are no series by calendar of them. Use them for sessions and recommendations, or import a log with times.</source>
        <translation>此工作区的事件只有先后顺序，没有时间，因此无法按日历生成序列。可将其用于会话和推荐，或导入带时间的日志。</translation>
    </message>
</context>
<context>
    <name>foretrail::EventSink</name>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>foretrail::EventTimeline</name>
    <message>
        <source>Timeline of events by kind</source>
        <translation>按类型排列的事件时间线</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <comment>first day, last day, 12 view, 3 purchase</comment>
        <translation>%1 至 %2：%3</translation>
    </message>
</context>
<context>
    <name>foretrail::EventUnits</name>
    <message>
        <source>The workspace has no events. Import a log of what users did first.</source>
        <translation>工作区中没有事件。请先导入用户行为日志。</translation>
    </message>
    <message>
        <source>The log names no users. Import one with a user column; funnel and paths per session work without.</source>
        <translation>日志中没有用户。请导入带用户列的日志；按会话的漏斗和路径不需要用户。</translation>
    </message>
    <message>
        <source>The log names neither users nor sessions. Import one with a user or a session column; forecasts work without.</source>
        <translation>日志中既没有用户也没有会话。请导入带用户列或会话列的日志；预测不需要它们。</translation>
    </message>
    <message>
        <source>Sessions as the log names them.</source>
        <translation>会话以日志中的标识为准。</translation>
    </message>
    <message>
        <source>The log names no sessions: a visit ends where a user pauses for more than 30 minutes.</source>
        <translation>日志中没有会话标识：用户停顿超过 30 分钟即视为一次访问结束。</translation>
    </message>
    <message>
        <source>All events of a user are one sequence.</source>
        <translation>一位用户的全部事件算作一条序列。</translation>
    </message>
    <message>
        <source>One user made %1 % of all events (%2): perhaps a program, not a person.</source>
        <translation>有一位用户产生了全部事件的 %1%（%2 条）：可能是程序而不是真人。</translation>
    </message>
    <message>
        <source>%1 % of the events name no user.</source>
        <translation>%1% 的事件没有用户。</translation>
    </message>
    <message>
        <source>The log has no clock, only an order.</source>
        <translation>日志没有时间，只有先后顺序。</translation>
    </message>
</context>
<context>
    <name>foretrail::ExceptionScan</name>
    <message>
        <source>There is no series to check. Import data first.</source>
        <translation>没有可检查的序列。请先导入数据。</translation>
    </message>
    <message>
        <source>These series have not been checked since the data changed.</source>
        <translation>数据变化后尚未检查过这些序列。</translation>
    </message>
    <message>
        <source>No exception among %1 series.</source>
        <translation>%1 个序列中没有异常。</translation>
    </message>
    <message>
        <source>%1 of %2 series are exceptions: %3.</source>
        <translation>%2 个序列中有 %1 个异常：%3。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 of %2 series are exceptions.</source>
        <translation>%2 个序列中有 %1 个异常。</translation>
    </message>
</context>
<context>
    <name>foretrail::Exceptions</name>
    <message>
        <source>too short</source>
        <translation>太短</translation>
    </message>
    <message>
        <source>far from history</source>
        <translation>远离历史</translation>
    </message>
    <message>
        <source>large error</source>
        <translation>误差大</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>有偏差</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>unstable</source>
        <translation>不稳定</translation>
    </message>
    <message numerus="yes">
        <source>It has %n observations, and %1 are needed to judge a forecast.</source>
        <translation>
            <numerusform>它有 %n 个观测值，评判预测至少需要 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>The forecast is %1 a step on average; as many steps of the history were between %2 and %3.</source>
        <translation>预测平均每步 %1；历史中同样长的时段平均在 %2 到 %3 之间。</translation>
    </message>
    <message numerus="yes">
        <source>The last %n steps were missed by %1 on average, %2 times what repeating the season missed before (%3).</source>
        <translation>
            <numerusform>最近 %n 步平均偏离 %1，是此前重复上一季节所偏离（%3）的 %2 倍。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The forecast of the last %n steps was too low, in sum by %1 % of what happened.</source>
        <translation>
            <numerusform>最近 %n 步的预测偏低，合计相差实际值的 %1 %。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The forecast of the last %n steps was too high, in sum by %1 % of what happened.</source>
        <translation>
            <numerusform>最近 %n 步的预测偏高，合计相差实际值的 %1 %。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n steps one-step errors have been larger: %1 on average, %2 before.</source>
        <translation>
            <numerusform>%n 步以来一步预测的误差变大：平均 %1，此前为 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last two forecasts of the same %n steps differ by %1 % of their size.</source>
        <translation>
            <numerusform>对同样 %n 步的最近两次预测相差其大小的 %1 %。</numerusform>
        </translation>
    </message>
    <message>
        <source>silent</source>
        <translation>沉寂</translation>
    </message>
    <message>
        <source>behind the baseline</source>
        <translation>不如基准</translation>
    </message>
    <message numerus="yes">
        <source>The forecast of the last %n steps expected %1 in sum, and nothing happened.</source>
        <translation>
            <numerusform>对最近 %n 步的预测合计为 %1，而实际什么也没有发生。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is nothing in the last %n steps, longer than ever before.</source>
        <translation>
            <numerusform>最近 %n 步什么也没有，比以往任何一次都久。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The error of the last %n steps is larger than that of the baseline, by %1 %.</source>
        <translation>
            <numerusform>最近 %n 步的误差比基准大 %1 %。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The baseline met the last %n steps exactly, the model did not.</source>
        <translation>
            <numerusform>基准与最近 %n 步完全吻合，模型则没有。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: fewer observations than %2 seasons of at most %3 steps, or than %4</source>
        <translation>%1：观测值少于 %2 个季节（每个季节至多 %3 期），或少于 %4 个</translation>
    </message>
    <message>
        <source>%1: the mean of the forecast lies beyond every stretch of the history of its length, by %2 % of their span and %3 % of the usual size</source>
        <translation>%1：预测的均值超出历史中任何同样长度的一段，超出其跨度的 %2 % 和通常大小的 %3 %</translation>
    </message>
    <message>
        <source>%1: one-step errors have grown within the last %2 % of the series (test of Page and Hinkley, alarm at %3)</source>
        <translation>%1：一步误差在序列最后 %2 % 之内变大（Page-Hinkley 检验，警戒值 %3）</translation>
    </message>
    <message>
        <source>%1: the last two forecasts of the same steps differ by more than %2 % of their size and %3 times what repeating the season misses</source>
        <translation>%1：对相同步的最近两次预测相差超过其大小的 %2 %，并超过重复上一季节所偏离的 %3 倍</translation>
    </message>
    <message>
        <source>%1: the last steps were missed by more than %2 times what repeating the season missed before, also without the largest miss</source>
        <translation>%1：最近几步的偏离超过此前重复上一季节所偏离的 %2 倍，去掉最大的一步也是如此</translation>
    </message>
    <message>
        <source>%1: at least %2 steps, in sum off by more than %3 % with a signal above %4, or by more than %5 % with one above %6, and by more than %7 times what such sums usually change by</source>
        <translation>%1：至少 %2 步，合计偏离超过 %3 % 且信号大于 %4，或超过 %5 % 且信号大于 %6，并且超过此类合计平常变动的 %7 倍</translation>
    </message>
    <message>
        <source>%1: nothing in the last %2 steps, in the last season, and in more than ever before, more than chance brings, since the last %3 % of the series</source>
        <translation>%1：最近 %2 步、最近一个季节什么也没有，且比以往都久、非偶然所致，并始于序列的最后 %3 %</translation>
    </message>
    <message>
        <source>%1: at least %3 % of the last steps have something, and their error is larger than that of the baseline, by %2 % at least and by more than chance brings</source>
        <translation>%1：最近各期中至少 %3 % 有数值，且其误差比基线大至少 %2 %，并超出偶然范围</translation>
    </message>
</context>
<context>
    <name>foretrail::ExcludeStep</name>
    <message>
        <source>This series has no dates. Remove the step.</source>
        <translation>该序列没有日期。请移除这一步。</translation>
    </message>
    <message>
        <source>Chosen dates</source>
        <translation>排除日期</translation>
    </message>
    <message>
        <source>Days that say nothing about the future (a closed shop, a broken log) become missing.</source>
        <translation>对未来没有意义的日子（店铺关门、日志损坏）记为缺失。</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Days and spans of days, such as 2011-12-25 or 2011-12-24/2011-12-26.</source>
        <translation>单日或日期区间，例如 2011-12-25 或 2011-12-24/2011-12-26。</translation>
    </message>
</context>
<context>
    <name>foretrail::Experiment</name>
    <message>
        <source>epoch %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message numerus="yes">
        <source>Series %1 has %n observations; a test part of %2 needs at least %3. Choose a shorter test part.</source>
        <translation>
            <numerusform>序列 %1 有 %n 个观测值；长度为 %2 的测试段至少需要 %3 个。请缩短测试段。</numerusform>
        </translation>
    </message>
    <message>
        <source>Series %1 has no observations. Choose a finer step, or other dates.</source>
        <translation>序列 %1 没有观测值。请选择更细的步长，或其他日期。</translation>
    </message>
    <message>
        <source>%1 This recipe needs at least 2 observations.</source>
        <comment>why a step failed</comment>
        <translation>%1 此配方至少需要 2 个观测值。</translation>
    </message>
    <message>
        <source>with the test part: epoch %1 of %2</source>
        <translation>连同测试部分：第 %1 轮，共 %2 轮</translation>
    </message>
</context>
<context>
    <name>foretrail::ExplainedForecast</name>
    <message>
        <source>The recipe changes the scale. Each part is what it changes in the unit of the data, the level what would be forecast without the others; what no single part can claim is told as back-transformation.</source>
        <translation>配方改变了尺度。每个部分是它以数据单位计所改变的量，水平是没有其他部分时的预测；无法归于单一部分的量记为逆变换。</translation>
    </message>
</context>
<context>
    <name>foretrail::ExportDialog</name>
    <message>
        <source>Slide, 16:9</source>
        <translation>幻灯片，16:9</translation>
    </message>
    <message>
        <source>Half a page</source>
        <translation>半页</translation>
    </message>
    <message>
        <source>Full page, A4</source>
        <translation>整页，A4</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>Copy the &amp;picture</source>
        <translation>复制图片(&amp;P)</translation>
    </message>
    <message>
        <source>Copy the num&amp;bers</source>
        <translation>复制数字(&amp;B)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Picture (&amp;PNG)</source>
        <translation>图片 (&amp;PNG)</translation>
    </message>
    <message>
        <source>Drawing (&amp;SVG)</source>
        <translation>矢量图 (&amp;SVG)</translation>
    </message>
    <message>
        <source>Page (P&amp;DF)</source>
        <translation>页面 (P&amp;DF)</translation>
    </message>
    <message>
        <source>Workbook (&amp;XLSX)</source>
        <translation>工作簿 (&amp;XLSX)</translation>
    </message>
    <message>
        <source>Numbers (&amp;CSV)</source>
        <translation>数字 (&amp;CSV)</translation>
    </message>
    <message>
        <source>What is on screen, parted by tabs, every digit</source>
        <translation>屏幕所示，以制表符分隔，保留全部数位</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source> dots an inch</source>
        <translation> 点/英寸</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>尺寸(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>分辨率(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>%1 × %2 dots</source>
        <translation>%1 × %2 点</translation>
    </message>
    <message>
        <source>%1 are too many</source>
        <translation>%1，太多了</translation>
    </message>
    <message>
        <source>Drawing a preview</source>
        <translation>正在绘制预览</translation>
    </message>
    <message>
        <source>Report of the &amp;largest series (PDF)</source>
        <translation>最大序列的报告 (PDF)(&amp;L)</translation>
    </message>
    <message>
        <source>Its first page says what rises, what falls, what needs a look and how good the forecasts were, as the tab In short does</source>
        <translation>首页说明哪些上升、哪些下降、哪些需要关注以及预测的准确程度，与“要点”标签页一致</translation>
    </message>
</context>
<context>
    <name>foretrail::ExportPack</name>
    <message>
        <source>%1 is there already. Nothing was written.</source>
        <translation>%1 已存在。什么也没有写入。</translation>
    </message>
    <message>
        <source>Making a report</source>
        <translation>正在生成报告</translation>
    </message>
</context>
<context>
    <name>foretrail::FactWriter</name>
    <message>
        <source>Series %1 is already there with the step &quot;%2&quot;, so values with the step &quot;%3&quot; cannot be added. Import them into another workspace, or choose the same step.</source>
        <translation>序列 %1 已存在，粒度为“%2”，无法加入粒度为“%3”的值。请导入到其他工作区，或选择相同的粒度。</translation>
    </message>
    <message>
        <source>Series %1 at %2 has the value %3 and cannot have %4 too. Choose to skip or to replace such values.</source>
        <translation>序列 %1 在 %2 的值为 %3，不能同时为 %4。请选择跳过或替换这类值。</translation>
    </message>
    <message>
        <source>A workspace holds at most %1 attributes, and &quot;%2&quot; would be one more. Leave out columns that you do not need.</source>
        <translation>工作区最多容纳 %1 个属性，“%2”会超出。请略去不需要的列。</translation>
    </message>
    <message>
        <source>building the indexes</source>
        <translation>正在建立索引</translation>
    </message>
    <message>
        <source>adding up</source>
        <translation>正在汇总</translation>
    </message>
</context>
<context>
    <name>foretrail::FeatureTableModel</name>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>lookback</source>
        <translation>回看</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
</context>
<context>
    <name>foretrail::FeedForm</name>
    <message>
        <source>The folder where files arrive</source>
        <translation>文件到达的文件夹</translation>
    </message>
    <message>
        <source>A log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Logs (*.csv *.csv.gz *.tsv *.txt *.json *.jsonl);;All files (*)</source>
        <translation>日志 (*.csv *.csv.gz *.tsv *.txt *.json *.jsonl);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Log to play again</source>
        <translation>要回放的日志</translation>
    </message>
    <message>
        <source>File that grows</source>
        <translation>不断增长的文件</translation>
    </message>
    <message>
        <source>Folder where files arrive</source>
        <translation>文件到达的文件夹</translation>
    </message>
    <message>
        <source>Port, such as 9000</source>
        <translation>端口，例如 9000</translation>
    </message>
    <message>
        <source>Name of the socket</source>
        <translation>套接字名称</translation>
    </message>
    <message>
        <source>Replay of a log</source>
        <translation>回放日志</translation>
    </message>
    <message>
        <source>Folder of files</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>TCP port</source>
        <translation>TCP 端口</translation>
    </message>
    <message>
        <source>Local socket</source>
        <translation>本地套接字</translation>
    </message>
    <message>
        <source>What to follow</source>
        <translation>跟踪什么</translation>
    </message>
    <message>
        <source>as it happened</source>
        <translation>原速</translation>
    </message>
    <message>
        <source>10 times as fast</source>
        <translation>10 倍速</translation>
    </message>
    <message>
        <source>a minute a second</source>
        <translation>每秒 1 分钟</translation>
    </message>
    <message>
        <source>10 minutes a second</source>
        <translation>每秒 10 分钟</translation>
    </message>
    <message>
        <source>an hour a second</source>
        <translation>每秒 1 小时</translation>
    </message>
    <message>
        <source>as fast as can be</source>
        <translation>尽可能快</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Lines look like</source>
        <translation>行的格式</translation>
    </message>
    <message>
        <source>as the latest log, or a file</source>
        <translation>同最近的日志，或指定文件</translation>
    </message>
    <message>
        <source>Choose a file or a folder</source>
        <translation>选择文件或文件夹</translation>
    </message>
    <message>
        <source>Choose a file whose lines look like those that come</source>
        <translation>选择一个与来行格式相同的文件</translation>
    </message>
</context>
<context>
    <name>foretrail::FeedPlan</name>
    <message>
        <source>What the lines of %1 look like is not known: the workspace has no log yet. Name a file that looks like them (on the command line: --like FILE), or import a log first.</source>
        <translation>不知道 %1 的行是什么格式：工作区还没有日志。请指定一个格式相同的文件（命令行：--like FILE），或先导入日志。</translation>
    </message>
</context>
<context>
    <name>foretrail::FeedSpec</name>
    <message>
        <source>&quot;%1&quot; is no port. Write tcp:9000, or tcp:ADDRESS:9000.</source>
        <translation>“%1”不是端口。请写 tcp:9000 或 tcp:地址:9000。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address. Write numbers, such as 127.0.0.1 or 0.0.0.0.</source>
        <translation>“%1”不是地址。请写数字形式，例如 127.0.0.1 或 0.0.0.0。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no speed. Write replay:PATH@60 for a minute in a second.</source>
        <translation>“%1”不是速度。一秒重放一分钟请写 replay:路径@60。</translation>
    </message>
    <message>
        <source>There is no file %1 to replay.</source>
        <translation>没有可重放的文件 %1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no feed. Write file:PATH, folder:PATH, stdin, tcp:PORT, socket:NAME or replay:PATH@SPEED.</source>
        <translation>“%1”不是数据流。请写 file:路径、folder:路径、stdin、tcp:端口、socket:名称 或 replay:路径@速度。</translation>
    </message>
    <message>
        <source>Behind &quot;%1:&quot; it has to say where.</source>
        <translation>“%1:”之后必须写明位置。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>没有文件夹 %1。</translation>
    </message>
</context>
<context>
    <name>foretrail::FeedStore</name>
    <message>
        <source>A workbook does not come in line by line. Import it, or save it as CSV.</source>
        <translation>工作簿不能逐行接收。请导入它，或另存为 CSV。</translation>
    </message>
    <message>
        <source>A line that is a whole series does not grow. Import the file, or turn it so that a line is one value.</source>
        <translation>一行就是整个序列的文件不会逐行增长。请导入该文件，或转置为每行一个值。</translation>
    </message>
    <message>
        <source>Text in %1 cannot be followed line by line. Save it as UTF-8.</source>
        <translation>%1 编码的文本无法逐行跟随。请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>How the lines of %1 are read is not known yet. Say it with a template, or name a file that looks like them.</source>
        <translation>尚不知道如何读取 %1 的行。请用模板说明，或指定一个格式相同的文件。</translation>
    </message>
</context>
<context>
    <name>foretrail::FeedWriter</name>
    <message>
        <source>A line is longer than a row can be.</source>
        <translation>该行比允许的一行更长。</translation>
    </message>
    <message>
        <source>The line has more columns than a row can have.</source>
        <translation>该行的列数超过允许的上限。</translation>
    </message>
</context>
<context>
    <name>foretrail::FigurePass</name>
    <message>
        <source>The workspace changed while it was read.</source>
        <translation>读取时工作区发生了变化。</translation>
    </message>
    <message>
        <source>Reading events of all users</source>
        <translation>读取所有用户的事件</translation>
    </message>
</context>
<context>
    <name>foretrail::FigureRefresh</name>
    <message>
        <source>Counting users with new events</source>
        <translation>统计有新事件的用户</translation>
    </message>
</context>
<context>
    <name>foretrail::FigureStore</name>
    <message>
        <source>A session cannot end after %1 minutes of silence. Say 1 to 1440.</source>
        <translation>会话不能在沉默 %1 分钟后结束。请给出 1 到 1440。</translation>
    </message>
    <message>
        <source>The figures of the users were not counted yet.</source>
        <translation>用户指标尚未统计。</translation>
    </message>
</context>
<context>
    <name>foretrail::FileFeeds</name>
    <message>
        <source>The folder %1 is gone.</source>
        <translation>文件夹 %1 已不存在。</translation>
    </message>
    <message>
        <source>%1 is no plain text and is left out. Import it.</source>
        <translation>%1 不是纯文本，已略过。请导入它。</translation>
    </message>
    <message>
        <source>Standard input cannot be read: %1.</source>
        <translation>无法读取标准输入：%1。</translation>
    </message>
</context>
<context>
    <name>foretrail::FileSection</name>
    <message>
        <source>Guessed, %1 % sure</source>
        <translation>推测，把握 %1 %</translation>
    </message>
    <message>
        <source>workbook</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON 行</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>Comma, UTF-8</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>&amp;Columns end at</source>
        <translation>列分隔符(&amp;C)</translation>
    </message>
    <message>
        <source>First ro&amp;w names the columns</source>
        <translation>首行为列名(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>Words for no &amp;value</source>
        <translation>表示空值的词(&amp;V)</translation>
    </message>
    <message>
        <source>besides empty, NA and null</source>
        <translation>除空白、NA 和 null 以外</translation>
    </message>
    <message>
        <source>Several with a comma between them: unknown, none, -</source>
        <translation>多个词之间用逗号分隔：unknown, none, -</translation>
    </message>
    <message>
        <source>Lines a&amp;bove the header</source>
        <translation>表头上方的行数(&amp;B)</translation>
    </message>
    <message>
        <source>Titles and comments that stand above the names of the columns; they are left out</source>
        <translation>列名上方的标题和注释，不导入</translation>
    </message>
    <message>
        <source>%1, from line %2</source>
        <comment>Comma, UTF-8</comment>
        <translation>%1，从第 %2 行起</translation>
    </message>
</context>
<context>
    <name>foretrail::FilterLine</name>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Shows the rows that contain this text</source>
        <translation>只显示包含此文字的行</translation>
    </message>
</context>
<context>
    <name>foretrail::FindRecipe</name>
    <message>
        <source>%1 The program brings: %2. A file ends with .json.</source>
        <translation>%1 程序自带：%2。文件名以 .json 结尾。</translation>
    </message>
    <message>
        <source>%1 looks like a file. Choose a name without &quot;/&quot; that does not end with .json.</source>
        <translation>%1 看起来像文件。请使用不含 “/” 且不以 .json 结尾的名称。</translation>
    </message>
    <message>
        <source>%1 is the name of a recipe that comes with the program. Choose another.</source>
        <translation>%1 是程序自带配方的名称。请另选一个。</translation>
    </message>
</context>
<context>
    <name>foretrail::FindingRowsModel</name>
    <message>
        <source>Reading the rows of a finding</source>
        <translation>正在读取问题涉及的行</translation>
    </message>
</context>
<context>
    <name>foretrail::FindingsModel</name>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理方式</translation>
    </message>
</context>
<context>
    <name>foretrail::FineTune</name>
    <message>
        <source>There is not enough memory for this network.</source>
        <translation>内存不足，无法建立此网络。</translation>
    </message>
    <message>
        <source>%1 cannot be fine-tuned: only lstm and gru learn in epochs from the windows of one series. Refit it instead.</source>
        <translation>%1 无法微调：只有 lstm 和 gru 按轮次从单个序列的窗口学习。请改为重新拟合。</translation>
    </message>
    <message>
        <source>There are no new windows to learn from.</source>
        <translation>没有可供学习的新窗口。</translation>
    </message>
</context>
<context>
    <name>foretrail::FlowDrawing</name>
    <message>
        <source>Ended after step %1: %2 (%3 % of all)</source>
        <translation>第 %1 步后结束：%2（占全部的 %3%）</translation>
    </message>
    <message>
        <source>%1 as step %2: %3 (%4 % of all)</source>
        <translation>第 %2 步为 %1：%3（占全部的 %4%）</translation>
    </message>
    <message>
        <source>%1 → %2 after step %3: %4 (%5 % of %1)</source>
        <translation>第 %3 步后 %1 → %2：%4（占 %1 的 %5%）</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>foretrail::FlowTables</name>
    <message>
        <source>smaller groups</source>
        <translation>较小的分组</translation>
    </message>
    <message>
        <source>other paths</source>
        <translation>其他路径</translation>
    </message>
    <message>
        <source>Groups of fewer than %1 are withheld. Where there are any, numbers that they would follow from are withheld too or told in multiples of %1.</source>
        <translation>少于 %1 人的群体不予显示。若有这样的群体，可由其推算出它的数字也不予显示，或取为 %1 的倍数。</translation>
    </message>
    <message>
        <source>%1 began less than %2 before the end of the log and may still go on.</source>
        <translation>%1 个在距日志结束不到 %2 时才开始，之后仍可能继续。</translation>
    </message>
    <message>
        <source>%1 have no step: their events name none.</source>
        <translation>%1 条没有步骤：其事件中没有可用的名称。</translation>
    </message>
    <message>
        <source>The list has %1 users, and lists of fewer than %2 are not handed on. Choose a larger group, or change the smallest one in the settings (on the command line: --min-group).</source>
        <translation>此列表有 %1 位用户，少于 %2 位的列表不能外传。请选择更大的群体，或在设置中更改最小人数（命令行：--min-group）。</translation>
    </message>
</context>
<context>
    <name>foretrail::ForecastBatch</name>
    <message>
        <source>It has %1 observations and %2 are held out. Choose a shorter holdout.</source>
        <translation>共有 %1 个观测值，保留了 %2 个。请缩短保留段。</translation>
    </message>
    <message>
        <source>There is no series to forecast. Import data first.</source>
        <translation>没有可预测的序列。请先导入数据。</translation>
    </message>
</context>
<context>
    <name>foretrail::ForecastBeside</name>
    <message>
        <source>Forecasting with other models</source>
        <translation>用其他模型预测</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>读取训练记录</translation>
    </message>
</context>
<context>
    <name>foretrail::ForecastChart</name>
    <message>
        <source>Test forecast</source>
        <translation>测试预测</translation>
    </message>
    <message>
        <source>test part</source>
        <translation>测试段</translation>
    </message>
    <message>
        <source>Hourly</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Quarterly</source>
        <translation>每季度</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>订单数</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件数</translation>
    </message>
    <message>
        <source>active users</source>
        <translation>活跃用户</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>Daily revenue</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>Daily revenue of Home decor</comment>
        <translation>%2的%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>model: explanation</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <comment>ar-fourier is 12 % closer than ...</comment>
        <translation>%1 %2。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>Revenue (GBP)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>预测起点</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>修正后</translation>
    </message>
    <message>
        <source>data from %1 to %2 (%3)</source>
        <comment>2024-01-01, 2024-03-24, 84 days</comment>
        <translation>数据自 %1 至 %2（%3）</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>%1 %2, baseline %3 %4</source>
        <comment>WAPE 18.4 %, baseline snaive 20.9 %</comment>
        <translation>%1 %2，基准 %3 为 %4</translation>
    </message>
    <message>
        <source>%1 % promised, %2 held</source>
        <comment>80 % promised, 82.1 % held</comment>
        <translation>承诺 %1 %，实际覆盖 %2</translation>
    </message>
    <message>
        <source>On its last step the band of %1 % goes from %2 to %3.</source>
        <translation>在最后一步，%1 % 区间为 %2 至 %3。</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <translation>
            <numerusform>%n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quarters</source>
        <translation>
            <numerusform>%n 个季度</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>Line chart: %1, %2. The last value is %3%4.</source>
        <comment>title, data from ... to ..., value, unit</comment>
        <translation>折线图：%1，%2。最后的值为 %3%4。</translation>
    </message>
    <message>
        <source>The forecast of %1 for %2, to %3, lies between %4 and %5.</source>
        <translation>%1 对今后 %2（至 %3）的预测在 %4 与 %5 之间。</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>填补值</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 steps were corrected by hand: %2 in total in place of %3</source>
        <translation>
            <numerusform>%1 步中有 %n 步经人工修正：合计 %2，原为 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2).</source>
        <comment>sentence, reasons</comment>
        <translation>%1（%2）。</translation>
    </message>
    <message numerus="yes">
        <source>%n steps corrected by hand</source>
        <translation>
            <numerusform>%n 步经人工修正</numerusform>
        </translation>
    </message>
    <message>
        <source>One-step fit</source>
        <translation>单步拟合</translation>
    </message>
</context>
<context>
    <name>foretrail::ForecastExport</name>
    <message>
        <source>Picture (PNG)</source>
        <translation>图片 (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>矢量图 (SVG)</translation>
    </message>
    <message>
        <source>Page (PDF)</source>
        <translation>页面 (PDF)</translation>
    </message>
    <message>
        <source>Forecast as numbers (CSV)</source>
        <translation>预测数值 (CSV)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Exporting the forecast</source>
        <translation>正在导出预测</translation>
    </message>
    <message>
        <source>Exporting residuals</source>
        <translation>正在导出残差</translation>
    </message>
    <message>
        <source>Exporting a chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>&amp;Several formats…</source>
        <translation>多种格式(&amp;S)…</translation>
    </message>
    <message>
        <source>Workbook (XLSX)</source>
        <translation>工作簿 (XLSX)</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>报告(&amp;R)…</translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation>正在查找文件</translation>
    </message>
    <message>
        <source>Replace files</source>
        <translation>替换文件</translation>
    </message>
    <message>
        <source>In %1 there is already: %2.</source>
        <translation>%1 中已有：%2。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Copied the forecast.</source>
        <translation>预测已复制。</translation>
    </message>
    <message>
        <source>Forecasts</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Making a report</source>
        <translation>正在生成报告</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n files in %1 and copied the forecast.</source>
        <translation>
            <numerusform>已在 %1 中保存 %n 个文件，并复制了预测。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ForecastInspector</name>
    <message>
        <source>%1 % and %2 %</source>
        <translation>%1 % 与 %2 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Horizon</source>
        <translation>预测步长(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Test part</source>
        <translation>测试段(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Season</source>
        <translation>季节周期(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Bands</source>
        <translation>置信区间(&amp;B)</translation>
    </message>
    <message>
        <source>Steps until the pattern comes again; 0: the usual season of the step</source>
        <translation>规律重复的间隔步数；0：该时间粒度的常用周期</translation>
    </message>
    <message>
        <source>The last observations, kept from the model and used to judge it</source>
        <translation>留给检验用的最后若干观测值，模型看不到</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>预测步长</translation>
    </message>
    <message>
        <source>Accuracy on the test part</source>
        <translation>测试段的准确度</translation>
    </message>
    <message>
        <source>Open the Train page</source>
        <translation>打开训练页</translation>
    </message>
    <message>
        <source>Training runs in the background; the chart changes when it is done.</source>
        <translation>训练在后台进行；完成后图表会更新。</translation>
    </message>
    <message>
        <source>This model trains for a while. Train it now, or open a stored run.</source>
        <translation>此模型需要训练一段时间。现在训练，或打开已有的训练记录。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Train now</source>
        <translation>立即训练</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>at any level</source>
        <translation>任意水平</translation>
    </message>
    <message>
        <source>as in the recipe</source>
        <translation>按配方</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>英国</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>Level of the band, %</source>
        <translation>区间水平，%</translation>
    </message>
    <message>
        <source>Shows one band at this level, from the forecast that is there</source>
        <translation>由现有预测显示该水平的区间</translation>
    </message>
    <message>
        <source>Holida&amp;ys</source>
        <translation>节假日(&amp;Y)</translation>
    </message>
    <message>
        <source>B&amp;eside</source>
        <translation>并列(&amp;E)</translation>
    </message>
    <message>
        <source>Accuracy of the forecast before</source>
        <translation>此前预测的准确度</translation>
    </message>
</context>
<context>
    <name>foretrail::ForecastNotes</name>
    <message>
        <source>Reading notes</source>
        <translation>读取备注</translation>
    </message>
    <message>
        <source>Keeping a note</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>add note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>edit note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>delete note</source>
        <translation>删除备注</translation>
    </message>
</context>
<context>
    <name>foretrail::ForecastPage</name>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>Go to Start</source>
        <translation>前往开始页</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Nothing answers this question. Choose another measure.</source>
        <translation>没有符合条件的序列。请选择其他指标。</translation>
    </message>
    <message>
        <source>Forecasting</source>
        <translation>正在预测</translation>
    </message>
    <message>
        <source>Training %1 on %2</source>
        <translation>正在训练 %1：%2</translation>
    </message>
    <message>
        <source>Opening a run</source>
        <translation>正在打开训练记录</translation>
    </message>
    <message>
        <source>Series %1 is no longer in the workspace. Choose another.</source>
        <translation>工作区中已没有序列 %1。请另选一个。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>Daily revenue. ar-fourier is 12 % closer ...</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Run %1. %2</source>
        <translation>训练记录 %1。%2</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>%1 is not trained on it yet.</source>
        <translation>%1 尚未在该序列上训练。</translation>
    </message>
    <message>
        <source>Pictures, numbers and workbooks of this forecast, or a report of many</source>
        <translation>此预测的图片、数字和工作簿，或多个预测的报告</translation>
    </message>
    <message>
        <source>Reading the series</source>
        <translation>正在读取序列</translation>
    </message>
    <message>
        <source>Stop forecasting</source>
        <translation>停止预测</translation>
    </message>
    <message>
        <source>Below, pale: %1 with %2, as it was. Esc goes back to it.</source>
        <translation>下方淡显的是此前的 %1（%2）。按 Esc 返回。</translation>
    </message>
    <message>
        <source>Forecasting %1 with %2, horizon %3</source>
        <translation>正在用 %2 预测 %1，预测步长 %3</translation>
    </message>
    <message>
        <source>%1, recipe %2</source>
        <comment>Forecasting tea with ets, horizon 28</comment>
        <translation>%1，配方 %2</translation>
    </message>
    <message>
        <source>Stopped. Choose a series or a model to forecast.</source>
        <translation>已停止。请选择要预测的序列或模型。</translation>
    </message>
    <message>
        <source>Keeping the forecast of %1</source>
        <translation>正在保存 %1 的预测</translation>
    </message>
    <message>
        <source>Kept as a run of %1. It is among those beside the chart and on page Train.</source>
        <translation>已保存为 %1 的运行，可在图旁的列表和“训练”页找到。</translation>
    </message>
    <message>
        <source>&amp;Keep as a run</source>
        <translation>保存为运行(&amp;K)</translation>
    </message>
    <message>
        <source>Stores this forecast, to be compared with what happens and with later ones</source>
        <translation>存储此预测，以便日后与实际情况和之后的预测比较</translation>
    </message>
</context>
<context>
    <name>foretrail::Forecaster</name>
    <message>
        <source>This model does not tell what its forecast is made of. Choose another, such as auto, ar-fourier or ets.</source>
        <translation>此模型不说明其预测的组成。请选择其他模型，例如 auto、ar-fourier 或 ets。</translation>
    </message>
</context>
<context>
    <name>foretrail::Funnel</name>
    <message>
        <source>No events are of kind or meaning &quot;%1&quot;. The log has: %2; &quot;any&quot; takes all.</source>
        <translation>没有类型或含义为“%1”的事件。日志中有：%2；“any”表示全部。</translation>
    </message>
    <message>
        <source>Following the steps</source>
        <translation>正在跟踪步骤</translation>
    </message>
    <message>
        <source>The time window was left aside, since the log has no clock.</source>
        <translation>日志没有时间，因此未使用时间窗口。</translation>
    </message>
    <message>
        <source>Nobody took the first step. Choose another one.</source>
        <translation>没有人走过第一步。请换一个步骤。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no step. Write a kind or a meaning, such as view, purchase, view@category=shoes.</source>
        <translation>“%1”不是步骤。请写类型或含义，例如 view、purchase、view@category=shoes。</translation>
    </message>
    <message>
        <source>A funnel has 2 to %1 steps. Name them in their order, such as view,cart,purchase.</source>
        <translation>漏斗有 2 到 %1 个步骤。请按顺序写出，例如 view,cart,purchase。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time span. Write for example 30min, 12h, 7d or 2w.</source>
        <translation>“%1”不是时间长度。请写成例如 30min、12h、7d 或 2w。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
</context>
<context>
    <name>foretrail::FunnelDrawing</name>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1（%2%）</translation>
    </message>
    <message>
        <source>median %1 after the step before</source>
        <translation>距上一步中位数 %1</translation>
    </message>
    <message>
        <source>lost here: %1 (%2 %)</source>
        <translation>在此流失：%1（%2%）</translation>
    </message>
    <message>
        <source>%1 came to %2 and no further (%3 %)</source>
        <translation>%1 走到 %2 后没有继续（%3%）</translation>
    </message>
    <message>
        <source>%1: %2 came here</source>
        <translation>%1：%2 走到这里</translation>
    </message>
    <message>
        <source>Solid: went on. Hatched: lost here.</source>
        <translation>实心：继续；斜线：在此流失。</translation>
    </message>
</context>
<context>
    <name>foretrail::FunnelPosition</name>
    <message>
        <source>Looked</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>加购</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Came as far as a purchase.</source>
        <translation>最远到达购买。</translation>
    </message>
    <message>
        <source>Came as far as the cart.</source>
        <translation>最远到达加购。</translation>
    </message>
    <message>
        <source>Looked only: nothing was put into a cart or bought.</source>
        <translation>仅浏览：没有加购，也没有购买。</translation>
    </message>
    <message>
        <source>No event means a look, a cart or a purchase. The page Data says what the words of the log mean.</source>
        <translation>没有事件表示浏览、加购或购买。日志用词的含义见“数据”页。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) in the cart and not bought.</source>
        <translation>
            <numerusform>购物车中有 %n 件商品尚未购买。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked %n time(s) since.</source>
        <translation>
            <numerusform>此后浏览 %n 次。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::FunnelStrip</name>
    <message>
        <source>Funnel position</source>
        <translation>漏斗位置</translation>
    </message>
</context>
<context>
    <name>foretrail::FunnelTab</name>
    <message>
        <source>&amp;Count</source>
        <translation>统计(&amp;C)</translation>
    </message>
    <message>
        <source>users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>&amp;Between the steps</source>
        <translation>步骤之间(&amp;B)</translation>
    </message>
    <message>
        <source>anything may happen</source>
        <translation>可以有其他事件</translation>
    </message>
    <message>
        <source>nothing else happens</source>
        <translation>不能有其他事件</translation>
    </message>
    <message>
        <source>Fi&amp;rst to last step within</source>
        <translation>首末步间隔不超过(&amp;R)</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Unit of the time window</source>
        <translation>时间窗口的单位</translation>
    </message>
    <message>
        <source>Counting the funnel</source>
        <translation>正在计算漏斗</translation>
    </message>
    <message>
        <source>Nobody took the first step, %1.</source>
        <translation>没有人走过第一步 %1。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1; most are lost between %2 and %3.</source>
        <translation>%1；流失最多的是 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>Users who came to %1</source>
        <translation>走到 %1 的用户</translation>
    </message>
    <message>
        <source>Users who came to %1 and no further</source>
        <translation>走到 %1 后没有继续的用户</translation>
    </message>
    <message numerus="yes">
        <source>%1 % of %Ln user(s) came from %2 to %3</source>
        <translation>
            <numerusform>%Ln 位用户中有 %1 % 从 %2 到达 %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 % of %Ln session(s) came from %2 to %3</source>
        <translation>
            <numerusform>%Ln 次会话中有 %1 % 从 %2 到达 %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Gaps</name>
    <message>
        <source>The series has no value.</source>
        <translation>该序列没有任何数值。</translation>
    </message>
</context>
<context>
    <name>foretrail::GlobalForecaster</name>
    <message>
        <source>The model has not been trained.</source>
        <translation>模型尚未训练。</translation>
    </message>
    <message numerus="yes">
        <source>Learnt from %1 windows of %2 values in %n series: %3 networks, %4 epochs each.</source>
        <translation>
            <numerusform>学自 %n 条序列中的 %1 个窗口（每个 %2 个值）：%3 个网络，各训练 %4 轮。</numerusform>
        </translation>
    </message>
    <message>
        <source>The season was taken off before and put back after.</source>
        <translation>训练前先去除季节成分，预测后再加回。</translation>
    </message>
    <message>
        <source>LSTM over all series</source>
        <translation>全序列 LSTM</translation>
    </message>
    <message>
        <source>One recurrent network, learnt from all series together.</source>
        <translation>由所有序列共同训练的一个循环网络。</translation>
    </message>
    <message>
        <source>GRU over all series</source>
        <translation>全序列 GRU</translation>
    </message>
    <message>
        <source>The same with the cells of a GRU, which have fewer weights.</source>
        <translation>同上，但使用权重更少的 GRU 单元。</translation>
    </message>
    <message>
        <source>Beside the values it sees %1.</source>
        <translation>除数值外，它还看到 %1。</translation>
    </message>
    <message>
        <source>An AR on %1 values, pooled over all series, and what it missed of series that it had not seen.</source>
        <translation>对所有序列合并拟合、基于 %1 个值的 AR，以及它对未见过的序列的误差。</translation>
    </message>
    <message>
        <source>AR and LSTM over all series</source>
        <translation>所有序列的 AR 与 LSTM</translation>
    </message>
    <message>
        <source>Pooled AR, and one LSTM that has learnt what it misses.</source>
        <translation>合并 AR，以及一个学习其误差的 LSTM。</translation>
    </message>
    <message numerus="yes">
        <source>This network tells what at most %n steps are made of. Choose a shorter horizon.</source>
        <translation>
            <numerusform>此网络最多只能说明 %n 步的组成。请选择更短的预测范围。</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>foretrail::GlobalNetwork</name>
    <message>
        <source>The series hold %1 windows of %2 values with %3 behind them, a network needs at least %4. Choose a shorter horizon, or another model.</source>
        <translation>这些序列只有 %1 个窗口（每个含 %2 个值，其后还有 %3 个值），网络至少需要 %4 个。请选择更短的预测期，或换一个模型。</translation>
    </message>
    <message>
        <source>The stored model is damaged. Train it again.</source>
        <translation>保存的模型已损坏。请重新训练。</translation>
    </message>
    <message>
        <source>There is not enough memory for this network. Choose fewer units or layers.</source>
        <translation>内存不足以容纳此网络。请减少单元数或层数。</translation>
    </message>
    <message>
        <source>What an autoregression misses is no count. Choose the loss mae, mse, huber or pinball.</source>
        <translation>自回归的误差不是计数。请选择损失 mae、mse、huber 或 pinball。</translation>
    </message>
</context>
<context>
    <name>foretrail::GrowingFile</name>
    <message>
        <source>%1 is a folder. Follow it with folder:PATH.</source>
        <translation>%1 是文件夹。请用 folder:路径 跟随。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Check who may read it.</source>
        <translation>无法读取 %1：%2。请检查读取权限。</translation>
    </message>
    <message>
        <source>%1 is another file now and is read from its beginning.</source>
        <translation>%1 现在是另一个文件，将从头读取。</translation>
    </message>
    <message>
        <source>%1 was cut short and is read from its beginning.</source>
        <translation>%1 被截短，将从头读取。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 was replaced: the new file is read from its beginning.</source>
        <translation>%1 已被替换：新文件将从头读取。</translation>
    </message>
</context>
<context>
    <name>foretrail::HandedForecast</name>
    <message>
        <source>A picture of %1 by %2 dots is too large. Choose a smaller size or fewer dots an inch.</source>
        <translation>%1 × %2 点的图片太大。请选择较小的尺寸或较低的分辨率。</translation>
    </message>
</context>
<context>
    <name>foretrail::Help</name>
    <message>
        <source>First page, Ctrl+2 the second, and so on</source>
        <translation>第一页，Ctrl+2 为第二页，依此类推</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Import logs or tables</source>
        <translation>导入日志或表格</translation>
    </message>
    <message>
        <source>Show or hide the jobs</source>
        <translation>显示或隐藏任务</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Quit; running jobs are stopped first</source>
        <translation>退出；先停止正在运行的任务</translation>
    </message>
    <message>
        <source>In a chart</source>
        <translation>在图表中</translation>
    </message>
    <message>
        <source>Foretrail %1</source>
        <translation>Foretrail %1</translation>
    </message>
    <message>
        <source>Forecasts an online shop and helps to understand its shoppers. Works offline: no data leaves this machine.</source>
        <translation>预测网店销售，帮助了解顾客。离线运行：数据不会离开本机。</translation>
    </message>
    <message>
        <source>Built with Qt %1 (running with %2).</source>
        <translation>基于 Qt %1 构建（运行于 %2）。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。不提供任何担保。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Import a folder of logs or tables</source>
        <translation>导入整个文件夹的日志或表格</translation>
    </message>
    <message>
        <source>Wheel and drag zoom, Ctrl and drag zooms into a box, Shift and drag moves, double-click shows everything</source>
        <translation>滚轮和拖动可缩放，按住 Ctrl 拖动放大方框，按住 Shift 拖动平移，双击显示全部</translation>
    </message>
    <message>
        <source>Arrow keys move the part on screen, with Shift its end, with Ctrl its beginning</source>
        <translation>方向键移动可见时段，按住 Shift 移动末端，按住 Ctrl 移动起点</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>找到的位置</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>帮助正文</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Nothing found. Try another word.</source>
        <translation>没有找到。请换一个词。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>各处通用</translation>
    </message>
    <message>
        <source>Help for the page on screen; in the settings, for these</source>
        <translation>屏幕上页面的帮助；在设置中则为设置的帮助</translation>
    </message>
    <message>
        <source>Closes a dialog, the jobs or this help</source>
        <translation>关闭对话框、任务面板或本帮助</translation>
    </message>
    <message>
        <source>The next field, and the one before</source>
        <translation>下一个和上一个输入框</translation>
    </message>
    <message>
        <source>Reads out the value before or the next one; with Shift ten steps on</source>
        <translation>读取上一个或下一个值；按住 Shift 每次移动十步</translation>
    </message>
    <message>
        <source>The first and the last value</source>
        <translation>第一个和最后一个值</translation>
    </message>
    <message>
        <source>Zooms in and out</source>
        <translation>放大和缩小</translation>
    </message>
    <message>
        <source>Shows everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Opens the bar, the cell or the part of a picture that is chosen</source>
        <translation>打开选中的条形、单元格或图片的某一部分</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>Imports the table or the files on the clipboard</source>
        <translation>导入剪贴板中的表格或文件</translation>
    </message>
    <message>
        <source>In the list of imports: takes the selected one back</source>
        <translation>在导入记录列表中：撤销选中的导入</translation>
    </message>
    <message>
        <source>In the list of imports: brings it back</source>
        <translation>在导入记录列表中：恢复</translation>
    </message>
    <message>
        <source>In the rejected rows: copies the selected ones as a table</source>
        <translation>在被拒绝的行中：把选中的行复制为表格</translation>
    </message>
    <message>
        <source>While the first rows of a file are shown: leaves without importing</source>
        <translation>显示文件前几行时：不导入而离开</translation>
    </message>
    <message>
        <source>Duplicates the step</source>
        <translation>复制步骤</translation>
    </message>
    <message>
        <source>Moves the step</source>
        <translation>移动步骤</translation>
    </message>
    <message>
        <source>Switches the step off and on</source>
        <translation>关闭和打开步骤</translation>
    </message>
    <message>
        <source>Removes the step, or a date of a list</source>
        <translation>移除步骤，或列表中的日期</translation>
    </message>
    <message>
        <source>Takes the last change of the recipe back, and makes it again</source>
        <translation>撤销和重做配方的上一次更改</translation>
    </message>
    <message>
        <source>Saves the recipe in the workspace</source>
        <translation>把配方保存到工作区</translation>
    </message>
    <message>
        <source>In the stored runs: shows the forecast of the run</source>
        <translation>在已保存的运行中：查看该运行的预测</translation>
    </message>
    <message>
        <source>In the stored runs: another name</source>
        <translation>在已保存的运行中：重命名</translation>
    </message>
    <message>
        <source>In the stored runs: deletes the selected ones; in the queue: takes the training out</source>
        <translation>在已保存的运行中：删除选中的运行；在队列中：移出该训练</translation>
    </message>
    <message>
        <source>In the stored runs: copies the selected ones as a table</source>
        <translation>在已保存的运行中：把选中的运行复制为表格</translation>
    </message>
    <message>
        <source>In the queue: earlier and later</source>
        <translation>在队列中：提前和推后</translation>
    </message>
    <message>
        <source>In an open cell: larger and smaller type</source>
        <translation>在打开的记忆单元中：放大和缩小文字</translation>
    </message>
    <message>
        <source>In the list of series: among the favourites, or out of them</source>
        <translation>在序列列表中：加入或移出收藏</translation>
    </message>
    <message>
        <source>In the chart: pins the step that is read out; Delete lets go</source>
        <translation>在图表中：固定当前读取的时刻；Delete 取消固定</translation>
    </message>
    <message>
        <source>In the chart: writes a note at the step; F2 changes it, Delete removes it</source>
        <translation>在图表中：在该时刻写备注；F2 修改，Delete 删除</translation>
    </message>
    <message>
        <source>Takes the last note, correction or change of an input back, and makes it again</source>
        <translation>撤销和重做上一次备注、修正或输入的改动</translation>
    </message>
    <message>
        <source>On the tab Adjust: removes the corrections of the chosen steps</source>
        <translation>在“修正”标签页：删除所选各步的修正</translation>
    </message>
    <message>
        <source>While a forecast is made: back to the one before</source>
        <translation>正在预测时：回到此前的预测</translation>
    </message>
    <message>
        <source>In the bar below the chart</source>
        <translation>在图表下方的时段条中</translation>
    </message>
    <message>
        <source>Copies the table of models or groups</source>
        <translation>复制模型表或分组表</translation>
    </message>
    <message>
        <source>In the list of series: shows the forecast of the series</source>
        <translation>在序列列表中：查看该序列的预测</translation>
    </message>
    <message>
        <source>In the timeline: the event before and the next one</source>
        <translation>在时间线中：上一个和下一个事件</translation>
    </message>
    <message>
        <source>In the sessions and similar users: goes there</source>
        <translation>在会话和相似用户中：前往该处</translation>
    </message>
    <message>
        <source>In the steps of the funnel: earlier and later; Delete removes the step</source>
        <translation>在漏斗的步骤中：提前和推后；Delete 移除步骤</translation>
    </message>
    <message>
        <source>On a number or a part of a picture: shows its users</source>
        <translation>在数字或图片的某一部分上：显示其用户</translation>
    </message>
    <message>
        <source>In the field above the sessions: asks for the session of exactly this key; on an item: who should see it; on a user: what comes next</source>
        <translation>在会话上方的输入框中：查询键与此完全相同的会话；在商品上：该给谁看；在用户上：接下来是什么</translation>
    </message>
    <message>
        <source>In a field of the feed: begins to follow; on a visit: the whole profile of the user</source>
        <translation>在数据流的输入框中：开始跟踪；在访问上：该用户的完整画像</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>In this help</source>
        <translation>在本帮助中</translation>
    </message>
    <message>
        <source>Search the help; the down arrow goes on to what was found</source>
        <translation>搜索帮助；按向下键转到找到的内容</translation>
    </message>
    <message>
        <source>Where you were before, and forward again</source>
        <translation>回到之前的位置，以及再次前进</translation>
    </message>
    <message>
        <source>The next link, and where it leads</source>
        <translation>下一个链接，以及打开它</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>The button of the page, such as Import, Train or Export</source>
        <translation>页面的主按钮，例如“导入”“训练”“导出”</translation>
    </message>
    <message>
        <source>In a table: copy the chosen rows; the menu key hides, moves and sorts its columns</source>
        <translation>在表格中：复制所选的行；菜单键可隐藏、移动列并排序</translation>
    </message>
    <message>
        <source>Large type on the whole screen, for a class or a meeting; Esc or F11 leaves it</source>
        <translation>全屏大字显示，适合课堂或会议；按 Esc 或 F11 退出</translation>
    </message>
    <message>
        <source>Keeps the forecast as a run</source>
        <translation>把预测保存为一次运行</translation>
    </message>
    <message>
        <source>Presses the button that has the focus</source>
        <translation>按下当前焦点所在的按钮</translation>
    </message>
</context>
<context>
    <name>foretrail::Hierarchy</name>
    <message>
        <source>Orders and users of items do not add up to those of the shop: one order may hold several items. Choose revenue, quantity or events.</source>
        <translation>商品的订单数和用户数加起来不等于全店：一个订单可含多个商品。请选择收入、数量或事件。</translation>
    </message>
    <message>
        <source>Imported series have no total, categories and items. Choose a measure of the log: revenue, quantity or events.</source>
        <translation>导入的序列没有总计、类别和商品。请选择日志的指标：收入、数量或事件。</translation>
    </message>
    <message>
        <source>There is nothing to add up. Import a log first.</source>
        <translation>没有可加总的内容。请先导入日志。</translation>
    </message>
    <message>
        <source>other items of %1</source>
        <translation>%1 的其他商品</translation>
    </message>
    <message>
        <source>other items</source>
        <translation>其他商品</translation>
    </message>
    <message>
        <source>no category</source>
        <translation>无类别</translation>
    </message>
</context>
<context>
    <name>foretrail::HierarchyTab</name>
    <message>
        <source>%1: the mean of its history stands in for the model (%2)</source>
        <translation>%1：以历史均值代替模型（%2）</translation>
    </message>
    <message>
        <source>How forecasts are made to add up</source>
        <translation>如何使预测加总一致</translation>
    </message>
    <message>
        <source> items</source>
        <translation> 个商品</translation>
    </message>
    <message>
        <source>The largest items have forecasts of their own; the others of a category are one series</source>
        <translation>最大的商品各有预测；同类别的其余商品合为一个序列</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Forecasts that add up; Enter opens a series</source>
        <translation>加总一致的预测；按回车打开序列</translation>
    </message>
    <message>
        <source>All move (MinT)</source>
        <translation>全部调整（MinT）</translation>
    </message>
    <message>
        <source>Each moves as far as it usually misses</source>
        <translation>各按通常误差调整</translation>
    </message>
    <message>
        <source>Bottom-up</source>
        <translation>自下而上</translation>
    </message>
    <message>
        <source>Items stand, the others are their sums</source>
        <translation>商品不变，其余为其合计</translation>
    </message>
    <message>
        <source>Top-down</source>
        <translation>自上而下</translation>
    </message>
    <message>
        <source>The total stands and is shared out as in the past</source>
        <translation>总计不变，按以往比例分配</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>单独</translation>
    </message>
    <message>
        <source>Added up</source>
        <translation>加总后</translation>
    </message>
    <message>
        <source>WAPE alone</source>
        <translation>单独 WAPE</translation>
    </message>
    <message>
        <source>WAPE</source>
        <translation>WAPE</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Add up</source>
        <translation>加总</translation>
    </message>
    <message>
        <source>Forecasting the total, its categories and items…</source>
        <translation>正在预测总计、类别和商品…</translation>
    </message>
    <message>
        <source>Making forecasts add up</source>
        <translation>使预测加总一致</translation>
    </message>
    <message>
        <source>Exporting forecasts that add up</source>
        <translation>导出加总一致的预测</translation>
    </message>
    <message>
        <source>Adds up</source>
        <translation>加总</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>a column: in percent</comment>
        <translation>变化</translation>
    </message>
    <message>
        <source>Made one by one, forecasts of items and of the total do not add up. &quot;Add up&quot; forecasts the total, its categories and the largest items, and changes them so that the parts make the whole.</source>
        <translation>逐个做出的商品预测与总计预测加起来并不一致。点“加总”会预测总计、各类别和最大的商品，并加以调整，使各部分之和等于整体。</translation>
    </message>
</context>
<context>
    <name>foretrail::HistogramsView</name>
    <message>
        <source>Which part of the network</source>
        <translation>网络的哪一部分</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights of layer %1</source>
        <translation>第 %1 层的权重</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>门</translation>
    </message>
    <message>
        <source>Gates of layer %1</source>
        <translation>第 %1 层的门</translation>
    </message>
    <message>
        <source>Input weights</source>
        <translation>输入权重</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>Input gate</source>
        <translation>输入门</translation>
    </message>
    <message>
        <source>Forget gate</source>
        <translation>遗忘门</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选值</translation>
    </message>
    <message>
        <source>Output gate</source>
        <translation>输出门</translation>
    </message>
    <message>
        <source>Reset gate</source>
        <translation>重置门</translation>
    </message>
    <message>
        <source>Update gate</source>
        <translation>更新门</translation>
    </message>
    <message>
        <source>%1: no window of a validation part was kept to look at gates in.</source>
        <comment>Epoch 12</comment>
        <translation>%1：没有保留验证部分的窗口，无法查看门。</translation>
    </message>
    <message>
        <source>How open the gates were in windows of the validation part: 0 shuts a gate, 1 opens it</source>
        <translation>验证部分的窗口中各门的开合程度：0 为关闭，1 为打开</translation>
    </message>
    <message>
        <source>Recurrent</source>
        <translation>循环权重</translation>
    </message>
    <message>
        <source>%1: weights by their value.</source>
        <comment>Epoch 12</comment>
        <translation>%1：各取值的权重数量。</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n windows: 0 shut, 1 open</source>
        <comment>Epoch 12, on how many windows gates were counted</comment>
        <translation>
            <numerusform>%1，%n 个窗口：0 关，1 开</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::HolidayList</name>
    <message>
        <source>%1 is &quot;%2&quot; and not a whole day such as 20111227. Make it an event of whole days.</source>
        <translation>%1 为“%2”，不是 20111227 这样的整天。请改为全天日程。</translation>
    </message>
    <message>
        <source>END:%1 is missing: the file is cut off. Get it anew.</source>
        <translation>缺少 END:%1：文件不完整。请重新获取。</translation>
    </message>
    <message>
        <source>END:%1 has no BEGIN. Get the file anew.</source>
        <translation>END:%1 没有对应的 BEGIN。请重新获取该文件。</translation>
    </message>
    <message>
        <source>the event repeats by a rule (%1), which is not read. Write an event for each of its days.</source>
        <translation>该日程按规则（%1）重复，无法读取。请为其中每一天各写一个日程。</translation>
    </message>
    <message>
        <source>the event has no DTSTART. Write the day of the holiday there.</source>
        <translation>该日程没有 DTSTART。请在其中写上节假日的日期。</translation>
    </message>
    <message>
        <source>the event has no SUMMARY. Write the name of the holiday there.</source>
        <translation>该日程没有 SUMMARY。请在其中写上节假日的名称。</translation>
    </message>
    <message>
        <source>the event lasts %1 days. Correct DTSTART or DTEND.</source>
        <translation>该日程持续 %1 天。请更正 DTSTART 或 DTEND。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>无法打开 %1：%2</translation>
    </message>
    <message>
        <source>%1 is too long for a list of holidays. Choose another file.</source>
        <translation>%1 太长，不像是节假日列表。请选择其他文件。</translation>
    </message>
    <message>
        <source>%1 is not UTF-8. Save it anew as &quot;CSV UTF-8&quot;.</source>
        <translation>%1 不是 UTF-8 编码。请另存为“CSV UTF-8”格式。</translation>
    </message>
    <message>
        <source>a quotation mark is not closed. Close it.</source>
        <translation>有一个引号没有闭合。请补上。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date of the form 2011-12-27. Write year, month and day in this order, with &quot;-&quot; between them.</source>
        <translation>“%1”不是 2011-12-27 这样的日期。请按年、月、日的顺序书写，中间用“-”分隔。</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1 holds no holidays. Write one in each line, or one event for each.</source>
        <translation>%1 中没有节假日。请每行写一个，或为每个节假日写一个日程。</translation>
    </message>
    <message>
        <source>there is no column date. Begin the file with the line date,name or start,end,name, or leave the header out.</source>
        <translation>没有 date 列。请让文件以 date,name 或 start,end,name 一行开头，或省去表头。</translation>
    </message>
    <message>
        <source>the last day %1 lies before the first, %2. Exchange them.</source>
        <translation>最后一天 %1 早于第一天 %2。请对调。</translation>
    </message>
    <message>
        <source>a span of %1 days is no holiday. Check the year.</source>
        <translation>%1 天的范围不是节假日。请检查年份。</translation>
    </message>
</context>
<context>
    <name>foretrail::Holidays</name>
    <message>
        <source>%1 (substitute day)</source>
        <translation>%1（补假日）</translation>
    </message>
    <message>
        <source>New Year&apos;s Day</source>
        <translation>元旦</translation>
    </message>
    <message>
        <source>Spring Festival Eve</source>
        <translation>除夕</translation>
    </message>
    <message>
        <source>Spring Festival</source>
        <translation>春节</translation>
    </message>
    <message>
        <source>Dragon Boat Festival</source>
        <translation>端午节</translation>
    </message>
    <message>
        <source>Mid-Autumn Festival</source>
        <translation>中秋节</translation>
    </message>
    <message>
        <source>Qingming Festival</source>
        <translation>清明节</translation>
    </message>
    <message>
        <source>Labour Day</source>
        <translation>劳动节</translation>
    </message>
    <message>
        <source>National Day</source>
        <translation>国庆节</translation>
    </message>
    <message>
        <source>6.18 shopping day</source>
        <translation>618 购物节</translation>
    </message>
    <message>
        <source>Double 11</source>
        <translation>双十一</translation>
    </message>
    <message>
        <source>Double 12</source>
        <translation>双十二</translation>
    </message>
    <message>
        <source>Mother&apos;s Day</source>
        <translation>母亲节</translation>
    </message>
    <message>
        <source>Good Friday</source>
        <translation>耶稣受难日</translation>
    </message>
    <message>
        <source>Easter Sunday</source>
        <translation>复活节</translation>
    </message>
    <message>
        <source>Easter Monday</source>
        <translation>复活节星期一</translation>
    </message>
    <message>
        <source>Father&apos;s Day</source>
        <translation>父亲节</translation>
    </message>
    <message>
        <source>Early May bank holiday</source>
        <translation>五月初银行假日</translation>
    </message>
    <message>
        <source>Spring bank holiday</source>
        <translation>春季银行假日</translation>
    </message>
    <message>
        <source>Summer bank holiday</source>
        <translation>夏季银行假日</translation>
    </message>
    <message>
        <source>Special bank holiday</source>
        <translation>特别银行假日</translation>
    </message>
    <message>
        <source>Christmas Day</source>
        <translation>圣诞节</translation>
    </message>
    <message>
        <source>Boxing Day</source>
        <translation>节礼日</translation>
    </message>
    <message>
        <source>Juneteenth</source>
        <translation>六月节</translation>
    </message>
    <message>
        <source>Independence Day</source>
        <translation>独立日</translation>
    </message>
    <message>
        <source>Veterans Day</source>
        <translation>退伍军人节</translation>
    </message>
    <message>
        <source>Thanksgiving Day</source>
        <translation>感恩节</translation>
    </message>
    <message>
        <source>Super Bowl Sunday</source>
        <translation>超级碗星期日</translation>
    </message>
    <message>
        <source>Martin Luther King Jr. Day</source>
        <translation>马丁·路德·金纪念日</translation>
    </message>
    <message>
        <source>Washington&apos;s Birthday</source>
        <translation>华盛顿诞辰日</translation>
    </message>
    <message>
        <source>Memorial Day</source>
        <translation>阵亡将士纪念日</translation>
    </message>
    <message>
        <source>Labor Day</source>
        <translation>美国劳动节</translation>
    </message>
    <message>
        <source>Columbus Day</source>
        <translation>哥伦布日</translation>
    </message>
    <message>
        <source>%1 (observed)</source>
        <translation>%1（补休日）</translation>
    </message>
    <message>
        <source>Black Friday</source>
        <translation>黑色星期五</translation>
    </message>
    <message>
        <source>Cyber Monday</source>
        <translation>网络星期一</translation>
    </message>
</context>
<context>
    <name>foretrail::Import</name>
    <message>
        <source>%1 has no rows: there is nothing to import.</source>
        <translation>%1 没有数据行：没有可导入的内容。</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>第 %1 行，列 %2</translation>
    </message>
    <message>
        <source>None of %1 rows of %2 could be read, so nothing was stored. %3: &quot;%4&quot; %5. Check the roles of the columns, the date format and the delimiter.</source>
        <translation>%2 的 %1 行都无法读取，因此没有保存。%3：“%4”%5。请检查列的角色、日期格式和分隔符。</translation>
    </message>
    <message>
        <source>Most rows were rejected: %1 of %2. The first, line %3: &quot;%4&quot; %5. Check how the file is read.</source>
        <translation>多数行被拒绝：%2 行中的 %1 行。首个在第 %3 行：“%4”%5。请检查文件的读取方式。</translation>
    </message>
    <message>
        <source>%1 is there already as import %2, so nothing was stored. Take that import back first.</source>
        <translation>%1 已存在，即导入记录 %2，因此没有保存任何内容。请先撤销该次导入。</translation>
    </message>
    <message>
        <source>%1 is there already as import %2: all its rows count as duplicates.</source>
        <translation>%1 已存在，即导入记录 %2：其所有行均计为重复。</translation>
    </message>
    <message>
        <source>Amounts of this file are in %1, those of the workspace in %2, and are added up as they are. Keep each currency in a workspace of its own.</source>
        <translation>此文件的金额为 %1，工作区的金额为 %2，两者会按原值直接相加。请让每种货币各用一个工作区。</translation>
    </message>
    <message>
        <source>%1 rows have a date and no time of day: they count from the beginning of their day.</source>
        <translation>%1 行只有日期没有时刻，按当天零点计。</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportActions</name>
    <message>
        <source>Undo import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Taking back %1</source>
        <translation>正在撤销 %1</translation>
    </message>
    <message>
        <source>Took back %1.</source>
        <translation>已撤销 %1。</translation>
    </message>
    <message>
        <source>Redo import</source>
        <translation>重做导入</translation>
    </message>
    <message>
        <source>Bringing back %1</source>
        <translation>正在恢复 %1</translation>
    </message>
    <message>
        <source>Brought back %1.</source>
        <translation>已恢复 %1。</translation>
    </message>
    <message>
        <source>Feeding %1 corrected rows</source>
        <translation>正在写入更正后的 %1 行</translation>
    </message>
    <message>
        <source>Corrected rows taken: %1; still not readable: %2.</source>
        <translation>更正后入库：%1 行；仍无法读取：%2 行。</translation>
    </message>
    <message>
        <source>Corrected rows taken: %1.</source>
        <translation>更正后入库：%1 行。</translation>
    </message>
    <message>
        <source>Export rejected rows</source>
        <translation>导出被拒绝的行</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Exporting rejected rows</source>
        <translation>正在导出被拒绝的行</translation>
    </message>
    <message>
        <source>The clipboard holds no table. Copy cells of a spreadsheet or lines of a log first.</source>
        <translation>剪贴板中没有表格。请先复制电子表格的单元格或日志的若干行。</translation>
    </message>
    <message>
        <source>Reading the clipboard</source>
        <translation>正在读取剪贴板</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportAssistant</name>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>The columns of this file differ from those of the file before. Check the settings.</source>
        <translation>此文件的列与上一个文件不同，请核对设置。</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing of %1 was stored.</source>
        <translation>导入已停止，%1 没有任何数据入库。</translation>
    </message>
    <message>
        <source>Nothing of %1 was stored. %2</source>
        <translation>%1 没有任何数据入库。%2</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>Looking into %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>Reading the settings of %1</source>
        <translation>正在读取 %1 的设置</translation>
    </message>
    <message>
        <source>Reading the dates of %1</source>
        <translation>正在读取 %1 的日期</translation>
    </message>
    <message>
        <source>Read as it was on %1.</source>
        <translation>沿用它在 %1 的读取设置。</translation>
    </message>
    <message>
        <source>Read as %1.</source>
        <translation>按 %1 的设置读取。</translation>
    </message>
    <message>
        <source>Read as %1 on %2.</source>
        <translation>沿用 %1 在 %2 的读取设置。</translation>
    </message>
    <message>
        <source>Dates are read as %1, as in %2.</source>
        <translation>日期按 %1 解析，与 %2 一致。</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source> Files imported before it: %1. They stay, and can be taken back in one step.</source>
        <translation>此前已导入 %1 个文件，这些文件会保留，可一步撤销。</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportGroup</name>
    <message>
        <source>%1 and %2 more</source>
        <comment>names of files</comment>
        <translation>%1 及另外 %2 个文件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>names of files, what is said of them</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of its rows stand back: import %2 has others in their place.</source>
        <translation>其中 %1 行让位：导入 %2 的行占了它们的位置。</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportHistory</name>
    <message>
        <source>There is no import %1. The ledger lists those that there are.</source>
        <translation>没有导入记录 %1。现有的导入见导入记录列表。</translation>
    </message>
    <message>
        <source>The same file is there as import %1. Take that one back first.</source>
        <translation>同一文件已存在，即导入记录 %1。请先撤销该次导入。</translation>
    </message>
    <message>
        <source>Import %1 (%2) is taken back already.</source>
        <translation>导入记录 %1（%2）已经撤销。</translation>
    </message>
    <message>
        <source>Import %1 (%2) is not taken back: its rows count.</source>
        <translation>导入记录 %1（%2）未撤销：其数据行仍计入。</translation>
    </message>
    <message>
        <source>All of group %1 is taken back already.</source>
        <translation>导入组 %1 已全部撤销。</translation>
    </message>
    <message>
        <source>Nothing of group %1 is taken back: its rows count.</source>
        <translation>导入组 %1 没有已撤销的文件：其数据行仍计入。</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportInspector</name>
    <message>
        <source>How the file is read</source>
        <translation>文件读取方式</translation>
    </message>
    <message>
        <source>S&amp;heet</source>
        <translation>工作表(&amp;H)</translation>
    </message>
    <message>
        <source>File in the arc&amp;hive</source>
        <translation>压缩包中的文件(&amp;H)</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportLedger</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, sentence</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>开始预测</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>读入行数</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已入库</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>There is no import %1. The ledger lists those that there are.</source>
        <translation>没有导入记录 %1。现有的导入见导入记录列表。</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>重新导入</translation>
    </message>
    <message>
        <source>Opens the same file with the same settings</source>
        <translation>以相同设置打开同一文件</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Takes the rows of this import back; they can be brought back at any time</source>
        <translation>撤销此次导入的数据行；可随时恢复</translation>
    </message>
    <message>
        <source>Redo import</source>
        <translation>重做导入</translation>
    </message>
    <message>
        <source>Brings the rows of this import back</source>
        <translation>恢复此次导入的数据行</translation>
    </message>
    <message>
        <source>There is no group %1. Import %1 is part of group %2.</source>
        <translation>没有导入组 %1。导入记录 %1 属于导入组 %2。</translation>
    </message>
    <message>
        <source>There is no group %1. The ledger lists those that there are.</source>
        <translation>没有导入组 %1。现有的导入组见导入记录列表。</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>Opens the same files with the same settings</source>
        <translation>以相同设置打开同一批文件</translation>
    </message>
    <message>
        <source>Takes the rows of all these files back in one step; they can be brought back at any time</source>
        <translation>一步撤销所有这些文件的数据行；可随时恢复</translation>
    </message>
    <message>
        <source>Brings the rows of all these files back in one step</source>
        <translation>一步恢复所有这些文件的数据行</translation>
    </message>
    <message>
        <source>Taken back: its rows do not count.</source>
        <translation>已撤回：其中的行不计入。</translation>
    </message>
    <message>
        <source>Rows that later imports left out as its duplicates count nowhere either; import those files again to have them.</source>
        <translation>之后的导入把与它重复的行略去了，这些行现在也不计入；需要的话请重新导入那些文件。</translation>
    </message>
    <message numerus="yes">
        <source>Look at %n findings</source>
        <translation>
            <numerusform>查看 %n 项检查结果</numerusform>
        </translation>
    </message>
    <message>
        <source>What is odd about these rows, and what mends it</source>
        <translation>这些行有哪些异常，如何处理</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportPace</name>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1, %2 rows a second</source>
        <translation>%1，每秒 %2 行</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportPlan</name>
    <message>
        <source>There is no column %1. The columns are: %2%3. A column can also be given by its number from 1 to %4.</source>
        <translation>没有列 %1。现有的列：%2%3。也可以用 1 到 %4 的序号指定列。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not of the form role=column.</source>
        <translation>“%1”不符合“角色=列”的形式。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a role. Roles are: %2, attr:NAME.</source>
        <translation>“%1”不是角色。可用角色：%2、attr:NAME。</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>one sign</source>
        <translation>单个字符</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be %2.</source>
        <translation>“%1”应为：%2。</translation>
    </message>
    <message>
        <source>a list of columns with name and role (%1)</source>
        <translation>含 name 与 role 的列清单（%1）</translation>
    </message>
    <message>
        <source>a whole number from 0 on</source>
        <translation>不小于 0 的整数</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportPreview</name>
    <message>
        <source>The columns have no dates. Give the start and the step of the series, or import them as a plain index.</source>
        <translation>各列没有日期。请给出序列的起点和时间粒度，或按普通序号导入。</translation>
    </message>
    <message>
        <source>%1 has a header and no rows: there is nothing to import.</source>
        <translation>%1 只有表头，没有数据行：没有可导入的内容。</translation>
    </message>
    <message>
        <source>%1 of the %2 rows shown cannot be read. The first, %3: &quot;%4&quot; %5. Change how the file is read.</source>
        <translation>所示 %2 行中有 %1 行无法读取。首个在 %3：“%4”%5。请更改文件的读取方式。</translation>
    </message>
    <message>
        <source>Step of the series: %1.</source>
        <translation>序列的时间粒度：%1。</translation>
    </message>
    <message>
        <source>No column says when: the rows are kept in their order, as the steps of a plain index.</source>
        <translation>没有表示时间的列：各行按原有顺序保留，作为普通序号的各步。</translation>
    </message>
    <message>
        <source>%1 and %2 are joined to one time.</source>
        <translation>%1 与 %2 合并为一个时间。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) above the header are left out.</source>
        <translation>
            <numerusform>表头上方的 %n 行不导入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) above the first row are left out.</source>
        <translation>
            <numerusform>首行上方的 %n 行不导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no rows below line %2: there is nothing to import. Leave out fewer lines above the header.</source>
        <translation>%1 第 %2 行以下没有数据行，没有可导入的内容。请减少表头上方略去的行数。</translation>
    </message>
    <message>
        <source>%1 has no rows: there is nothing to import.</source>
        <translation>%1 没有数据行，没有可导入的内容。</translation>
    </message>
    <message>
        <source>%1 holds JSON, which has no lines above a header: none can be left out.</source>
        <translation>%1 的内容是 JSON，表头上方没有可略去的行。</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportPreviewView</name>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>Same settings for the remaining files (%1)</source>
        <translation>其余文件沿用此设置（%1 个）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>文件前几行</translation>
    </message>
    <message>
        <source>As sto&amp;red</source>
        <translation>入库后(&amp;R)</translation>
    </message>
    <message>
        <source>As in the fi&amp;le</source>
        <translation>文件原样(&amp;L)</translation>
    </message>
    <message>
        <source>Guess anew</source>
        <translation>重新识别</translation>
    </message>
    <message>
        <source>Reads the file as if it were the first of its shape</source>
        <translation>不用已记住的设置，按首次遇到的格式读取文件</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportReading</name>
    <message>
        <source>The settings kept for such files (%1) do not fit this one, so it is read by its looks: %2</source>
        <translation>为此类文件保存的设置（%1）不适合此文件，因此按其内容判断读取方式：%2</translation>
    </message>
    <message>
        <source>%1 of the %2 rows shown could not be read.</source>
        <translation>所示 %2 行中有 %1 行无法读取。</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportSection</name>
    <message>
        <source>%1: %2</source>
        <comment>heading: what it holds</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportSources</name>
    <message>
        <source>There is no file or folder %1. Check its name and place.</source>
        <translation>没有文件或文件夹 %1。请检查名称和位置。</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check who may read it.</source>
        <translation>无法读取 %1。请检查读取权限。</translation>
    </message>
    <message>
        <source>%1 holds more than %2 files. Choose a folder further inside.</source>
        <translation>%1 中的文件超过 %2 个。请选择更下层的文件夹。</translation>
    </message>
    <message>
        <source>%1 holds no tables such as CSV files, workbooks or JSON lines.</source>
        <translation>%1 中没有 CSV 文件、工作簿或 JSON 行之类的表格。</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportTemplates</name>
    <message>
        <source>%1 is not a template of import settings: %2</source>
        <translation>%1 不是导入设置模板：%2</translation>
    </message>
    <message>
        <source>The template is for files with %1 columns; this one has %2.</source>
        <translation>此模板适用于有 %1 列的文件；该文件有 %2 列。</translation>
    </message>
    <message>
        <source>The template needs a column %1 (%2), which this file does not have.</source>
        <translation>此模板需要列 %1（%2），该文件中没有。</translation>
    </message>
    <message>
        <source>%1 could not be made, so the settings of this import are not kept.</source>
        <translation>无法创建 %1，因此未保留此次导入的设置。</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>无法移除 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>无法打开 %1：%2</translation>
    </message>
    <message>
        <source>it is too long.</source>
        <translation>内容过长。</translation>
    </message>
    <message>
        <source>byte %1: %2.</source>
        <translation>第 %1 字节处：%2。</translation>
    </message>
    <message>
        <source>&quot;format&quot; must be &quot;%1&quot;.</source>
        <translation>“format”应为“%1”。</translation>
    </message>
    <message>
        <source>&quot;columns&quot; must not be empty.</source>
        <translation>“columns”不能为空。</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportsModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>读入行数</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已入库</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>%1, taken back</source>
        <translation>%1，已撤销</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1, to feed: %2</source>
        <comment>state, number of corrected rows</comment>
        <translation>%1，待提交 %2</translation>
    </message>
    <message>
        <source>Various</source>
        <translation>多种</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportsView</name>
    <message>
        <source>Imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>&amp;Ledger</source>
        <translation>台账(&amp;L)</translation>
    </message>
    <message>
        <source>Rejected ro&amp;ws (%1)</source>
        <translation>被拒绝的行（%1）(&amp;W)</translation>
    </message>
    <message>
        <source>Rejected ro&amp;ws</source>
        <translation>被拒绝的行(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>质量(&amp;Q)</translation>
    </message>
    <message>
        <source>Rejected ro&amp;ws (%1, to feed: %2)</source>
        <translation>被拒绝的行（%1，待提交 %2）(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Quality (%1)</source>
        <translation>质量(&amp;Q)（%1）</translation>
    </message>
</context>
<context>
    <name>foretrail::InShortTab</name>
    <message>
        <source>Nothing is forecast yet.</source>
        <translation>还没有预测。</translation>
    </message>
    <message>
        <source>Forecasting the largest series, to say what rises, what falls and what needs a look</source>
        <translation>正在预测最大的序列，以便说明哪些上升、哪些下降、哪些需要关注</translation>
    </message>
    <message>
        <source>Forecasting the largest series</source>
        <translation>正在预测最大的序列</translation>
    </message>
    <message>
        <source>Stopped. It is made anew when you come back to this tab.</source>
        <translation>已停止。回到此标签页时会重新生成。</translation>
    </message>
    <message>
        <source>Make a report of it, with a page for each series</source>
        <translation>生成报告，每个序列一页</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>要点</translation>
    </message>
</context>
<context>
    <name>foretrail::InputImportance</name>
    <message>
        <source>The series is too short to test what its inputs are worth.</source>
        <translation>序列太短，无法检验各输入的作用。</translation>
    </message>
    <message>
        <source>Last %1 values</source>
        <translation>最近 %1 个值</translation>
    </message>
    <message>
        <source>Values %1 to %2 back</source>
        <translation>%1 至 %2 步前的值</translation>
    </message>
</context>
<context>
    <name>foretrail::InputWatch</name>
    <message>
        <source>Since %1 another number of events comes in a day: %2 on average, %3 before.</source>
        <translation>自 %1 起，每天的事件数发生变化：平均 %2，之前 %3。</translation>
    </message>
    <message>
        <source>Since %1 another number of users is active in a day: %2 on average, %3 before.</source>
        <translation>自 %1 起，每天的活跃用户数发生变化：平均 %2，之前 %3。</translation>
    </message>
    <message>
        <source>Since %1 another share of what users do are purchases: %2 % on average, %3 % before.</source>
        <translation>自 %1 起，用户行为中购买所占比例发生变化：平均 %2 %，之前 %3 %。</translation>
    </message>
    <message>
        <source>Since %1 a purchase is worth another sum: %2 on average, %3 before.</source>
        <translation>自 %1 起，每笔购买的金额发生变化：平均 %2，之前 %3。</translation>
    </message>
</context>
<context>
    <name>foretrail::IntentDialog</name>
    <message>
        <source>What was said and what happened</source>
        <translation>预测概率与实际发生</translation>
    </message>
    <message>
        <source>Happened, %</source>
        <translation>实际发生，%</translation>
    </message>
    <message>
        <source>Happened, of 1000</source>
        <translation>实际发生，‰</translation>
    </message>
    <message>
        <source>Said, %</source>
        <translation>预测概率，%</translation>
    </message>
    <message>
        <source>Said, of 1000</source>
        <translation>预测概率，‰</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>实际发生</translation>
    </message>
    <message>
        <source>As said</source>
        <translation>与预测一致</translation>
    </message>
    <message>
        <source>How good the probabilities are</source>
        <translation>概率的准确程度</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Everybody was told the same, or nothing could be tested: there is no curve.</source>
        <translation>所有人的概率相同，或无法检验，因此没有曲线。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation>ROC AUC</translation>
    </message>
    <message>
        <source>PR AUC</source>
        <translation>PR AUC</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>对数损失</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier 分数</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>%1 (taken)</source>
        <translation>%1（采用）</translation>
    </message>
    <message>
        <source>Tenths</source>
        <comment>of the users, by what was said</comment>
        <translation>十等分组</translation>
    </message>
    <message>
        <source>How often a user who did comes before one who did not, and its standard error: what lies within it may be chance</source>
        <translation>发生者排在未发生者之前的频率及其标准误：差异在标准误以内可能只是偶然</translation>
    </message>
</context>
<context>
    <name>foretrail::IntentExamples</name>
    <message>
        <source>There is no task &quot;%1&quot;. Use purchase, churn or session.</source>
        <translation>没有名为“%1”的任务。请使用 purchase、churn 或 session。</translation>
    </message>
    <message numerus="yes">
        <source>The log holds %n day(s) before the time to be told, too few to learn from what happened in days ahead (asked: %1). Ask for fewer days.</source>
        <translation>
            <numerusform>在所问时间之前日志只有 %n 天，不足以学习之后几天（所问：%1 天）会发生什么。请减少天数。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Users came back on another day %n time(s) only: nobody can tell from that how long a silence is usual. A log of more days or users helps; say --horizon to choose the days yourself.</source>
        <translation>
            <numerusform>用户只有 %n 次在另一天回来：无法由此判断多长的沉默是通常的。更多天数或用户的日志会有帮助；可用 --horizon 自行选择天数。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::IntentFeatures</name>
    <message>
        <source>things looked at in the last day: %1</source>
        <translation>最近一天浏览商品次数：%1</translation>
    </message>
    <message>
        <source>things looked at in the last week: %1</source>
        <translation>最近一周浏览商品次数：%1</translation>
    </message>
    <message>
        <source>things looked at in the last month: %1</source>
        <translation>最近一月浏览商品次数：%1</translation>
    </message>
    <message>
        <source>things put into the cart in the last day: %1</source>
        <translation>最近一天加购次数：%1</translation>
    </message>
    <message>
        <source>things put into the cart in the last week: %1</source>
        <translation>最近一周加购次数：%1</translation>
    </message>
    <message>
        <source>things put into the cart in the last month: %1</source>
        <translation>最近一月加购次数：%1</translation>
    </message>
    <message>
        <source>favourites marked in the last day: %1</source>
        <translation>最近一天收藏次数：%1</translation>
    </message>
    <message>
        <source>favourites marked in the last week: %1</source>
        <translation>最近一周收藏次数：%1</translation>
    </message>
    <message>
        <source>favourites marked in the last month: %1</source>
        <translation>最近一月收藏次数：%1</translation>
    </message>
    <message>
        <source>purchases in the last day: %1</source>
        <translation>最近一天购买次数：%1</translation>
    </message>
    <message>
        <source>purchases in the last week: %1</source>
        <translation>最近一周购买次数：%1</translation>
    </message>
    <message>
        <source>purchases in the last month: %1</source>
        <translation>最近一月购买次数：%1</translation>
    </message>
    <message>
        <source>purchases so far: %1</source>
        <translation>累计购买次数：%1</translation>
    </message>
    <message>
        <source>last seen %1 ago</source>
        <translation>上次来访于%1前</translation>
    </message>
    <message>
        <source>last bought %1 ago</source>
        <translation>上次购买于%1前</translation>
    </message>
    <message>
        <source>things put into the cart in the last 3 days and not bought: %1</source>
        <translation>最近 3 天加购但未购买的商品数：%1</translation>
    </message>
    <message>
        <source>favourites of the last 3 days that were not bought: %1</source>
        <translation>最近 3 天收藏但未购买的商品数：%1</translation>
    </message>
    <message>
        <source>views of one and the same thing in the last day: %1</source>
        <translation>最近一天对同一商品的浏览次数：%1</translation>
    </message>
    <message>
        <source>categories looked at in the last day: %1</source>
        <translation>最近一天浏览的类目数：%1</translation>
    </message>
    <message>
        <source>spent so far: %1</source>
        <translation>累计消费：%1</translation>
    </message>
    <message>
        <source>steps of this session: %1</source>
        <translation>本次会话步数：%1</translation>
    </message>
    <message>
        <source>put into the cart in this session: %1</source>
        <translation>本次会话加购次数：%1</translation>
    </message>
    <message>
        <source>favourites of this session: %1</source>
        <translation>本次会话收藏次数：%1</translation>
    </message>
    <message>
        <source>different things in this session: %1</source>
        <translation>本次会话不同商品数：%1</translation>
    </message>
    <message>
        <source>came back to a thing in this session: %1</source>
        <translation>本次会话中再次查看同一商品的次数：%1</translation>
    </message>
    <message>
        <source>in this session for %1</source>
        <translation>本次会话已持续%1</translation>
    </message>
    <message>
        <source>%1 since the step before</source>
        <translation>距上一步%1</translation>
    </message>
</context>
<context>
    <name>foretrail::IntentLearning</name>
    <message>
        <source>No purchase of a known user was found before the end of the training, so purchases cannot be told ahead. Say which kind of event is a purchase, or ask who stays away, which needs none: foretrail-cli intent --task churn.</source>
        <translation>在训练期结束前没有找到已知用户的购买，因此无法预测购买。请指明哪种事件是购买，或改问谁会流失（无需购买记录）：foretrail-cli intent --task churn。</translation>
    </message>
    <message>
        <source>The test would begin outside of the log, which goes from %1 to %2.</source>
        <translation>测试起点在日志范围之外，日志从 %1 到 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) say of no user and were left out.</source>
        <translation>
            <numerusform>有 %n 个事件未注明用户，已排除。</numerusform>
        </translation>
    </message>
    <message>
        <source>The log is too short to hold back later days: other users at the same time chose and calibrated the model.</source>
        <translation>日志太短，无法留出较晚的日期：改用同一时间的其他用户来选择并校准模型。</translation>
    </message>
    <message>
        <source>Hardly anybody bought on two days, so gone means: not seen at all within the horizon.</source>
        <translation>几乎没有人在两天内各有购买，因此流失的含义是：在预测期内完全没有出现。</translation>
    </message>
    <message>
        <source>No model of buyers stands beside it: %1</source>
        <translation>没有可对比的购买者模型：%1</translation>
    </message>
    <message>
        <source>No user was there early enough to learn from. A longer log helps.</source>
        <translation>没有足够早出现的用户可供学习。更长的日志会有帮助。</translation>
    </message>
    <message>
        <source>Only %1 of %2 cases ended the rarer way, too few for a model that tells users apart: everybody gets the share of all.</source>
        <translation>%2 个样本中只有 %1 个属于较少的结果，不足以建立区分用户的模型：所有人都取总体占比。</translation>
    </message>
    <message>
        <source>for: %1</source>
        <translation>有利：%1</translation>
    </message>
    <message>
        <source>against: %1</source>
        <translation>不利：%1</translation>
    </message>
    <message>
        <source>Days ahead: %1, since the log goes on no longer behind the beginning of the test.</source>
        <translation>预测天数：%1，因为检验开始之后日志只有这么长。</translation>
    </message>
    <message>
        <source>Days ahead: %1, since 85 % of all gaps are no longer (but at most a third of the log).</source>
        <translation>预测天数：%1，因为 85 % 的间隔不超过它（但至多为日志的三分之一）。</translation>
    </message>
    <message>
        <source>Days ahead: %1, as usual for a log of this length (7 from three weeks on, 3 from nine days on, else 1).</source>
        <translation>预测天数：%1，这是此长度日志的惯例（三周以上为 7，九天以上为 3，否则为 1）。</translation>
    </message>
    <message numerus="yes">
        <source>The log ends %n day(s) behind the beginning of the test, which is too short for a horizon of %1 days. Begin the test earlier or ask for fewer days.</source>
        <translation>
            <numerusform>日志在检验开始后 %n 天结束，对 %1 天的预测期来说太短。请提早开始检验或减少天数。</numerusform>
        </translation>
    </message>
    <message>
        <source>In this test something simpler did better: %1, log loss %2 against %3. The model was chosen on earlier days.</source>
        <translation>在这次检验中更简单的方法更好：%1，对数损失 %2，对比 %3。模型是根据更早的日子选择的。</translation>
    </message>
    <message>
        <source>No session of this log goes on for a while before something is bought in it, so nothing tells which ones will.</source>
        <translation>此日志中没有会话在购买前持续一段时间，因此无法判断哪些会购买。</translation>
    </message>
</context>
<context>
    <name>foretrail::IntentModel</name>
    <message>
        <source>A stored model of intent is damaged.</source>
        <translation>保存的购买意向模型已损坏。</translation>
    </message>
    <message>
        <source>Share of all</source>
        <translation>总体占比</translation>
    </message>
    <message>
        <source>Time since the last purchase</source>
        <translation>距上次购买的时间</translation>
    </message>
    <message>
        <source>Time since the last visit</source>
        <translation>距上次来访的时间</translation>
    </message>
    <message>
        <source>Number of purchases</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>逻辑回归</translation>
    </message>
    <message>
        <source>GRU over the events</source>
        <translation>事件序列 GRU</translation>
    </message>
    <message>
        <source>LSTM over the events</source>
        <translation>事件序列 LSTM</translation>
    </message>
</context>
<context>
    <name>foretrail::IntentReasons</name>
    <message>
        <source>less than a minute</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>hardly any</source>
        <translation>几乎没有</translation>
    </message>
    <message>
        <source>%1 (typical: %2)</source>
        <translation>%1（通常：%2）</translation>
    </message>
    <message>
        <source>has never bought (as %1 % of users)</source>
        <translation>从未购买（与 %1 % 的用户相同）</translation>
    </message>
    <message>
        <source>has bought before (as %1 % of users)</source>
        <translation>曾经购买（与 %1 % 的用户相同）</translation>
    </message>
</context>
<context>
    <name>foretrail::IntentRegressions</name>
    <message>
        <source>Visits and what was looked at are left out: with them the held back part is told worse.</source>
        <translation>未使用来访和浏览行为：加入它们后对保留部分的预测更差。</translation>
    </message>
    <message>
        <source>Only purchases weigh: with visits, views, carts and favourites the held back part is told worse.</source>
        <translation>仅使用购买行为：加入来访、浏览、加购和收藏后对保留部分的预测更差。</translation>
    </message>
</context>
<context>
    <name>foretrail::IntentReportFile</name>
    <message>
        <source>Writing users</source>
        <translation>正在写出用户</translation>
    </message>
</context>
<context>
    <name>foretrail::IntentTraining</name>
    <message>
        <source>What users did before does not tell them apart here: everybody gets the share of all.</source>
        <translation>此处用户以往的行为无法区分他们：所有人都取总体占比。</translation>
    </message>
    <message>
        <source>Describing users</source>
        <translation>正在描述用户</translation>
    </message>
    <message>
        <source>Weighing what users did</source>
        <translation>正在评估用户行为的权重</translation>
    </message>
    <message>
        <source>its log loss on the held back part is not lower</source>
        <translation>在留出部分上的对数损失没有降低</translation>
    </message>
    <message>
        <source>its log loss on the held back part is %1 % lower, with a standard error of %2 %</source>
        <translation>在留出部分上的对数损失降低 %1 %，标准误 %2 %</translation>
    </message>
    <message>
        <source>All that users did is weighed (logistic regression): compared with one simple figure (%1) %2.</source>
        <translation>对用户的全部行为加权（逻辑回归）：与一个简单指标（%1）相比，%2。</translation>
    </message>
    <message>
        <source>A simple figure alone (%1) is taken. Were all that users did weighed: %2. Asked for are 1 % and more than the standard error.</source>
        <translation>采用单个简单指标（%1）。若对用户的全部行为加权：%2。要求降低 1 % 且大于标准误。</translation>
    </message>
    <message>
        <source>The order of events counts (%1): compared with the best without it %2.</source>
        <translation>事件顺序有用（%1）：与不用顺序的最佳模型相比，%2。</translation>
    </message>
    <message>
        <source>The order of events adds too little. Were it counted (%1): %2. Asked for are 1 % and more than the standard error.</source>
        <translation>事件顺序带来的改进太小。若计入（%1）：%2。要求降低 1 % 且大于标准误。</translation>
    </message>
</context>
<context>
    <name>foretrail::IntentView</name>
    <message>
        <source>What this user does next</source>
        <translation>该用户接下来会怎样</translation>
    </message>
    <message>
        <source>How good is this?</source>
        <translation>准确程度如何？</translation>
    </message>
    <message>
        <source>Stopping leaves profiles without it until the data change.</source>
        <translation>停止后，在数据变化之前画像中将没有此项。</translation>
    </message>
</context>
<context>
    <name>foretrail::InteractionReader</name>
    <message>
        <source>Reading events</source>
        <translation>正在读取事件</translation>
    </message>
</context>
<context>
    <name>foretrail::IntermittentForecaster</name>
    <message>
        <source>No demand in %1 observations: zero.</source>
        <translation>%1 个观测值中没有需求：预测为零。</translation>
    </message>
    <message>
        <source>One demand in %1 observations: their mean, for want of a second.</source>
        <translation>%1 个观测值中只有一次需求，没有第二次可供平滑：取其均值。</translation>
    </message>
    <message>
        <source>The same in all %1 observations, repeated.</source>
        <translation>全部 %1 个观测值相同：重复该值。</translation>
    </message>
    <message>
        <source>Croston&apos;s method with smoothing %1.</source>
        <translation>Croston 方法，平滑系数 %1。</translation>
    </message>
    <message>
        <source>The Syntetos-Boylan approximation with smoothing %1.</source>
        <translation>Syntetos-Boylan 近似，平滑系数 %1。</translation>
    </message>
    <message>
        <source>The method of Teunter, Syntetos and Babai with smoothing %1 of sizes and %2 of the probability of demand.</source>
        <translation>Teunter-Syntetos-Babai 方法，需求量平滑系数 %1，需求概率平滑系数 %2。</translation>
    </message>
    <message>
        <source>Sums over %1 steps, smoothed with %2.</source>
        <translation>按 %1 步求和后平滑，平滑系数 %2。</translation>
    </message>
    <message>
        <source>Sums over 1 to %1 steps, each smoothed with %2, and the mean of what they say.</source>
        <translation>分别按 1 至 %1 步求和后平滑（平滑系数 %2），取各结果的均值。</translation>
    </message>
</context>
<context>
    <name>foretrail::ItemBrowser</name>
    <message>
        <source>No table of series has been imported.</source>
        <translation>尚未导入序列表。</translation>
    </message>
    <message>
        <source>No log of events has been imported.</source>
        <translation>尚未导入事件日志。</translation>
    </message>
    <message>
        <source>The log does not say who acted.</source>
        <translation>日志没有记录用户。</translation>
    </message>
    <message>
        <source>The log has no amounts.</source>
        <translation>日志没有金额。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>By item</source>
        <translation>按商品</translation>
    </message>
    <message>
        <source>The log names no items.</source>
        <translation>日志没有商品。</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>The log names no categories.</source>
        <translation>日志没有类别。</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按事件类型</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>按 %1</translation>
    </message>
    <message>
        <source>Imported series</source>
        <translation>导入的序列</translation>
    </message>
    <message>
        <source>Hourly</source>
        <translation>按小时</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>按日</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>按周</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>Imported series keep their own step.</source>
        <translation>导入的序列保持自己的时间粒度。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Series by</source>
        <translation>序列分组</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>时间粒度</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>从大到小</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>Most grown first</source>
        <translation>按增长</translation>
    </message>
    <message>
        <source>The last quarter of the time against the quarter before</source>
        <translation>最后四分之一时段与之前四分之一相比</translation>
    </message>
    <message>
        <source>Order of the series</source>
        <translation>序列的排序</translation>
    </message>
    <message>
        <source>Search %1 series</source>
        <translation>搜索 %1 个序列</translation>
    </message>
    <message>
        <source>Search series</source>
        <translation>搜索序列</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>No series is named like that.</source>
        <translation>没有名称匹配的序列。</translation>
    </message>
    <message>
        <source>Step of each series</source>
        <translation>各序列自身的粒度</translation>
    </message>
    <message>
        <source>Check the series first.</source>
        <translation>请先检查序列。</translation>
    </message>
    <message>
        <source>All series</source>
        <translation>全部序列</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Which series</source>
        <translation>显示哪些序列</translation>
    </message>
    <message>
        <source>Favourite, or not any more</source>
        <translation>收藏或取消收藏</translation>
    </message>
    <message>
        <source>Stop (%1 of %2)</source>
        <translation>停止（%1 / %2）</translation>
    </message>
    <message numerus="yes">
        <source>Check all %Ln series</source>
        <translation>
            <numerusform>检查全部 %Ln 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>Largest error first</source>
        <translation>误差最大的在前</translation>
    </message>
    <message>
        <source>Largest bias first</source>
        <translation>偏差最大的在前</translation>
    </message>
    <message>
        <source>Least skill first</source>
        <translation>技巧分最低的在前</translation>
    </message>
    <message>
        <source>Favourites first</source>
        <translation>收藏的在前</translation>
    </message>
    <message>
        <source>No favourite yet. A click on the star of a series takes it, or Ctrl+D.</source>
        <translation>还没有收藏。点击序列的星标或按 Ctrl+D 即可收藏。</translation>
    </message>
    <message>
        <source>No exception among these series.</source>
        <translation>这些序列中没有异常。</translation>
    </message>
    <message>
        <source>Forecasts each series and marks those that ask for your eyes:</source>
        <translation>对每个序列做预测，并标出需要您过目的：</translation>
    </message>
    <message>
        <source>Most at stake first</source>
        <translation>影响最大的在前</translation>
    </message>
    <message>
        <source>How much an exception is about, by how sure it is</source>
        <translation>异常涉及的数额乘以其可信程度</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln exceptions</source>
        <translation>
            <numerusform>显示 %Ln 个异常</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check all</source>
        <comment>series</comment>
        <translation>检查全部</translation>
    </message>
</context>
<context>
    <name>foretrail::ItemNeighbours</name>
    <message>
        <source>Finding items that go together</source>
        <translation>正在查找一起出现的商品</translation>
    </message>
</context>
<context>
    <name>foretrail::ItemNetworkTraining</name>
    <message>
        <source>There is nothing to learn from: no sequence has two steps.</source>
        <translation>没有可供学习的数据：没有序列达到两步。</translation>
    </message>
    <message>
        <source>Epoch %1 of %2, loss %3</source>
        <translation>第 %1/%2 轮，损失 %3</translation>
    </message>
    <message>
        <source>The loss is no number any more. A lower learning rate may help.</source>
        <translation>损失不再是数字。降低学习率可能有帮助。</translation>
    </message>
</context>
<context>
    <name>foretrail::JobContext</name>
    <message>
        <source>%1: %2</source>
        <comment>part of a job, what it does</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>foretrail::JobList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::JobRow</name>
    <message>
        <source>Running for %1</source>
        <translation>已运行 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止：%1</translation>
    </message>
    <message>
        <source>Run next</source>
        <translation>下一个运行</translation>
    </message>
    <message>
        <source>Run %1 next</source>
        <translation>下一个运行 %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>正在显示</translation>
    </message>
    <message>
        <source>waits until this is done: %1</source>
        <translation>等待此项完成：%1</translation>
    </message>
</context>
<context>
    <name>foretrail::JobRunner</name>
    <message>
        <source>The machine ran out of memory. Close other programs or take a smaller part of the data.</source>
        <translation>内存不足。请关闭其他程序，或选取较少的数据。</translation>
    </message>
    <message>
        <source>Something unforeseen happened: %1</source>
        <translation>发生了意外情况：%1</translation>
    </message>
</context>
<context>
    <name>foretrail::JobsModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1, paused</source>
        <comment>how far a job is</comment>
        <translation>%1，已暂停</translation>
    </message>
</context>
<context>
    <name>foretrail::JobsPanel</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>没有正在运行的任务。</translation>
    </message>
</context>
<context>
    <name>foretrail::JoinStep</name>
    <message>
        <source>Column %1 has steps of a %2, the series of a %3. Both must have the same.</source>
        <translation>列 %1 的步长是 %2，序列的步长是 %3。两者必须相同。</translation>
    </message>
    <message>
        <source>Where it is missing</source>
        <translation>缺失处</translation>
    </message>
    <message>
        <source>What stands where the other series has no value.</source>
        <translation>另一序列没有值时用什么代替。</translation>
    </message>
    <message>
        <source>its last value</source>
        <translation>其上一个值</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>Other series</source>
        <translation>其他序列</translation>
    </message>
    <message>
        <source>Prices, promotions, weather or counts of views as columns beside the series. What is not known ahead is seen one step late.</source>
        <translation>价格、促销、天气或浏览次数作为序列旁的列。未来未知的列晚一步可见。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>The series that join.</source>
        <translation>要并入的序列。</translation>
    </message>
    <message>
        <source>Column %1 (%2) is not in the data. %3 Choose another, or remove it.</source>
        <translation>数据中没有列 %1（%2）。%3 请另选，或移除。</translation>
    </message>
</context>
<context>
    <name>foretrail::JsonReader</name>
    <message>
        <source>%1, line %2: the line is longer than %3 MiB. Write one JSON object a line.</source>
        <translation>%1 第 %2 行：该行超过 %3 MiB。请每行写一个 JSON 对象。</translation>
    </message>
</context>
<context>
    <name>foretrail::JsonRows</name>
    <message>
        <source>%1 holds no JSON objects with members. Write one object a line, or an array of objects.</source>
        <translation>%1 中没有含成员的 JSON 对象。请每行写一个对象，或写成对象数组。</translation>
    </message>
    <message>
        <source>%1 (rows: %2)</source>
        <comment>member, number</comment>
        <translation>%1（%2 行）</translation>
    </message>
    <message>
        <source>and others</source>
        <translation>以及其他成员</translation>
    </message>
    <message>
        <source>Members that first appear far behind the beginning of the file, or that the settings do not know, were left out: %1. Rows that differ in them alone count as duplicates. To import them, move a row that has them to the top of the file.</source>
        <translation>有些成员在文件靠后处才首次出现，或不在本次导入的设置中，因此未导入：%1。仅在这些成员上不同的行会计为重复行。如需导入，请把含有这些成员的一行移到文件开头。</translation>
    </message>
    <message>
        <source>Members that the first %1 objects lack have no role, so what they hold is left out: %2. Give them a role to keep it.</source>
        <translation>有些成员在前 %1 个对象中没有出现，因而没有角色，其内容被略去：%2。要保留请为它们指定角色。</translation>
    </message>
</context>
<context>
    <name>foretrail::KeptCustomers</name>
    <message>
        <source>No model of buyers was learnt yet.</source>
        <translation>尚未学习买家模型。</translation>
    </message>
</context>
<context>
    <name>foretrail::KeptIntent</name>
    <message>
        <source>No model of purchases was learnt yet.</source>
        <translation>尚未学习购买模型。</translation>
    </message>
    <message>
        <source>How good this is cannot be told: %1</source>
        <translation>无法判断其准确程度：%1</translation>
    </message>
    <message>
        <source>The log is too short to say how good this is.</source>
        <translation>日志太短，无法说明其准确程度。</translation>
    </message>
    <message>
        <source>This user did nothing yet that says something of the days ahead.</source>
        <translation>该用户尚无可用于判断未来几天的行为。</translation>
    </message>
    <message numerus="yes">
        <source>Likely to buy in the next %n day(s): %1 %, as anybody of this shop.</source>
        <translation>
            <numerusform>未来 %n 天内购买的可能性：%1 %，与本店任何用户相同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Likely to buy in the next %n day(s): %1 % (typical of this shop: %2 %).</source>
        <translation>
            <numerusform>未来 %n 天内购买的可能性：%1 %（本店一般水平：%2 %）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Speaks for it: %1.</source>
        <translation>支持因素：%1。</translation>
    </message>
    <message>
        <source>Speaks against it: %1.</source>
        <translation>不利因素：%1。</translation>
    </message>
    <message>
        <source>A simple figure alone (%1) put them right in %2.</source>
        <translation>仅凭一个简单指标（%1）则有 %2 对排对。</translation>
    </message>
    <message numerus="yes">
        <source>On the latest %n day(s), which it did not know, it put a user who bought before one who did not in %1 of 100 pairs, and its percentages were off by %2 points on average.</source>
        <translation>
            <numerusform>在它不了解的最近 %n 天里，100 对用户中有 %1 对它把购买者排在未购买者之前，百分比平均偏差 %2 个百分点。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::KeyAttributes</name>
    <message>
        <source>%1 of %2 is &quot;%3&quot; already and cannot be &quot;%4&quot; too. Choose to skip or to replace such values.</source>
        <translation>%2 的 %1 已为“%3”，不能同时为“%4”。请选择跳过或替换这类值。</translation>
    </message>
</context>
<context>
    <name>foretrail::KindGuess</name>
    <message>
        <source>%1 as %2</source>
        <translation>%1 为 %2</translation>
    </message>
    <message>
        <source>%1 holds numbers; they are read %2. Change that if the log means something else.</source>
        <translation>%1 中是数字，读作：%2。如果日志中另有含义，请更改。</translation>
    </message>
</context>
<context>
    <name>foretrail::KindMeanings</name>
    <message>
        <source>There are no events of kind &quot;%1&quot;.</source>
        <translation>没有类型为“%1”的事件。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a meaning of a kind. Use %2.</source>
        <translation>“%1”不是类型的含义。请用 %2。</translation>
    </message>
    <message>
        <source>and %1 more words</source>
        <translation>另有 %1 个词</translation>
    </message>
    <message>
        <source>Meaning of %1</source>
        <translation>“%1”的含义</translation>
    </message>
</context>
<context>
    <name>foretrail::KindTable</name>
    <message>
        <source>Events of kind %1 mean &quot;%2&quot; in this workspace and keep that meaning; the settings of this import say &quot;%3&quot;.</source>
        <translation>类型为 %1 的事件在此工作区中的含义是“%2”，并保持不变；此次导入的设置中为“%3”。</translation>
    </message>
</context>
<context>
    <name>foretrail::KnownColumns</name>
    <message>
        <source>The model was fitted with a column %1, which is not there. Prepare the series with the recipe of its run.</source>
        <translation>模型拟合时使用了列 %1，现在没有该列。请用该次训练的配方准备序列。</translation>
    </message>
</context>
<context>
    <name>foretrail::LagStep</name>
    <message>
        <source>A lag of %1 steps needs a training part of more; it has %2.</source>
        <translation>%1 步的滞后需要更长的训练段；现有 %2 步。</translation>
    </message>
    <message>
        <source>Lags</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>Earlier values as columns of their own, such as the same day a year before.</source>
        <translation>把先前的值作为单独的列，例如一年前的同一天。</translation>
    </message>
    <message>
        <source>Steps back, for example 1, 7, 364.</source>
        <translation>往回的步数，例如 1, 7, 364。</translation>
    </message>
</context>
<context>
    <name>foretrail::LastUndo</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <comment>add note</comment>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <comment>add note</comment>
        <translation>重做：%1</translation>
    </message>
</context>
<context>
    <name>foretrail::LeakProof</name>
    <message>
        <source>the time axis</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>the training values</source>
        <translation>训练值</translation>
    </message>
    <message>
        <source>the number of columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>列 %1</translation>
    </message>
    <message>
        <source>a fitted statistic</source>
        <translation>一个拟合统计量</translation>
    </message>
    <message>
        <source>Step %1 (%2): %3 changed.</source>
        <translation>第 %1 步（%2）：%3 发生了变化。</translation>
    </message>
    <message>
        <source>The list of training windows changed.</source>
        <translation>训练窗口列表发生了变化。</translation>
    </message>
    <message>
        <source>The training window before observation %1 changed.</source>
        <translation>第 %1 个观测值之前的训练窗口发生了变化。</translation>
    </message>
    <message>
        <source>Something leaks: %1</source>
        <translation>存在泄漏：%1</translation>
    </message>
    <message>
        <source>Nothing leaks: %1 values behind the split were replaced, and all %2 fitted statistics, %3 training values and %4 training windows stayed the same, bit for bit.</source>
        <translation>没有泄漏：切分点之后的 %1 个值被替换，而全部 %2 个拟合统计量、%3 个训练值和 %4 个训练窗口逐位不变。</translation>
    </message>
    <message>
        <source>All of the series is training, so nothing can leak. Add a step &quot;Windows&quot; with a test part.</source>
        <translation>整个序列都是训练段，无从泄漏。请添加带测试段的“窗口”一步。</translation>
    </message>
</context>
<context>
    <name>foretrail::LeakProofLine</name>
    <message>
        <source>Preparing twice, once with everything behind the split replaced.</source>
        <translation>正在准备两次，其中一次把划分点之后的数据全部替换。</translation>
    </message>
    <message>
        <source>Proving that nothing leaks</source>
        <translation>正在证明没有泄漏</translation>
    </message>
    <message>
        <source>Prove that nothing leaks</source>
        <translation>证明没有泄漏</translation>
    </message>
    <message>
        <source>Replaces everything behind the end of the training part and shows that nothing before it changes</source>
        <translation>替换训练部分之后的全部数据，证明之前的内容毫无变化</translation>
    </message>
</context>
<context>
    <name>foretrail::LearntOfUsers</name>
    <message>
        <source>Learning how users come back</source>
        <translation>正在学习用户如何回访</translation>
    </message>
    <message>
        <source>Learning who buys next</source>
        <translation>正在学习谁会接着购买</translation>
    </message>
    <message>
        <source>Learning what comes next (%1)</source>
        <translation>正在学习接下来是什么（%1）</translation>
    </message>
    <message>
        <source>Learning from %1 events takes minutes. It begins when you open the page Recommend.</source>
        <translation>从 %1 条事件学习需要数分钟。打开“推荐”页时开始。</translation>
    </message>
    <message>
        <source>Learning was stopped.</source>
        <translation>学习已停止。</translation>
    </message>
    <message>
        <source>The model learns who buys next. That is done once for these data.</source>
        <translation>模型正在学习谁会接着购买。对这些数据只需进行一次。</translation>
    </message>
    <message>
        <source>Nothing is told of the days ahead: the model learns from people, and this looks like a robot.</source>
        <translation>不预测今后几天的情况：模型只从真实用户学习，而该用户看起来像机器人。</translation>
    </message>
</context>
<context>
    <name>foretrail::Lifecycle</name>
    <message>
        <source>Users lapse after 2 silent periods or more. Name a larger number.</source>
        <translation>沉默 2 个周期或更久才算流失。请填更大的数。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新用户</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>回流</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Not yet there</source>
        <translation>尚未出现</translation>
    </message>
    <message>
        <source>there for the first time</source>
        <translation>首次出现</translation>
    </message>
    <message>
        <source>there, and in the period before too</source>
        <translation>本周期和上一周期都出现</translation>
    </message>
    <message>
        <source>there again after at least one silent period</source>
        <translation>至少沉默一个周期后再次出现</translation>
    </message>
    <message>
        <source>silent for %1 periods or more</source>
        <translation>沉默 %1 个周期或更久</translation>
    </message>
    <message>
        <source>not seen so far</source>
        <translation>至今未出现</translation>
    </message>
    <message>
        <source>The log holds one period only, so everybody is new. Choose shorter ones.</source>
        <translation>日志只有一个周期，因此所有人都是新用户。请选择更短的周期。</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>有流失风险</translation>
    </message>
    <message>
        <source>No purchase</source>
        <translation>未购买</translation>
    </message>
    <message>
        <source>Of all gaps 80 % are no longer than the first and 95 % no longer than the second; users with four gaps or more are measured by their own mean gap, against %1 days of all.</source>
        <translation>全部购买间隔中，80 % 不超过前者，95 % 不超过后者；有四个及以上间隔的用户按其自身平均间隔衡量，整体平均为 %1 天。</translation>
    </message>
    <message>
        <source>There are too few gaps to learn the days from, so these are the usual ones.</source>
        <translation>间隔太少，无法从中得出天数，因此采用常用值。</translation>
    </message>
    <message>
        <source>New: once, and not silent for long. Returned: came back after having lapsed, and once since.</source>
        <translation>新客：只有一次，且沉默不久。回流：流失后再次出现，此后仅一次。</translation>
    </message>
    <message>
        <source>Following users</source>
        <translation>正在跟踪用户</translation>
    </message>
    <message>
        <source>silent for fewer than %1 periods</source>
        <translation>沉默少于 %1 个周期</translation>
    </message>
    <message>
        <source>States by whole periods: they differ from those of segments and profiles, which go by days of silence.</source>
        <translation>按整周期划分状态：与分群和档案中的状态不同，后者按沉默天数计算。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody bought anything, so visits count. At risk: silent for more than %1; lapsed: for more than %2.</source>
        <translation>没有人购买，因此按访问计算。有流失风险：沉默超过 %1；已流失：超过 %2。</translation>
    </message>
    <message>
        <source>At risk: no purchase for more than %1; lapsed: for more than %2.</source>
        <translation>有流失风险：超过 %1 没有购买；已流失：超过 %2。</translation>
    </message>
</context>
<context>
    <name>foretrail::LifecycleTab</name>
    <message>
        <source>B&amp;y</source>
        <translation>周期(&amp;Y)</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>&amp;Counts as there</source>
        <translation>视为出现(&amp;C)</translation>
    </message>
    <message>
        <source>any event</source>
        <translation>任意事件</translation>
    </message>
    <message>
        <source>a purchase</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>&amp;Lapsed after silent periods</source>
        <translation>沉默几个周期算流失(&amp;L)</translation>
    </message>
    <message>
        <source>Show lapsed &amp;users</source>
        <translation>显示流失用户(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Moves in</source>
        <translation>状态变化(&amp;M)</translation>
    </message>
    <message>
        <source>Moves between states</source>
        <translation>状态之间的变化</translation>
    </message>
    <message>
        <source>Counting states of users</source>
        <translation>正在统计用户状态</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Users by state</source>
        <translation>各状态的用户</translation>
    </message>
    <message>
        <source>Before \ now</source>
        <translation>之前 \ 现在</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 went silent.</source>
        <translation>%1 位用户转为沉默。</translation>
    </message>
    <message>
        <source>Quick ratio %1: %2 came or came back, %3 went silent.</source>
        <translation>速动比 %1：%2 名新增或回流，%3 名转为沉默。</translation>
    </message>
    <message>
        <source>Users who were &quot;%1&quot; before and &quot;%2&quot; in %3</source>
        <translation>之前为“%1”、在 %3 为“%2”的用户</translation>
    </message>
    <message>
        <source>Users who were &quot;%1&quot; in %2</source>
        <translation>在 %2 为“%1”的用户</translation>
    </message>
    <message>
        <source>&amp;States by</source>
        <translation>状态依据(&amp;S)</translation>
    </message>
    <message>
        <source>days of silence, as on page Customers</source>
        <translation>沉默天数（与“顾客”页相同）</translation>
    </message>
    <message>
        <source>whole periods</source>
        <translation>整周期</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 active, %4 returned, %5 at risk, %6 lapsed.</source>
        <translation>%1：新 %2，活跃 %3，回流 %4，有流失风险 %5，已流失 %6。</translation>
    </message>
</context>
<context>
    <name>foretrail::LikelihoodSearch</name>
    <message>
        <source>The likelihood of the purchases cannot be told.</source>
        <translation>无法计算购买记录的似然。</translation>
    </message>
</context>
<context>
    <name>foretrail::LineChart</name>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>&amp;Note here…</source>
        <translation>在此添加备注(&amp;N)…</translation>
    </message>
    <message>
        <source>Edit “%1”…</source>
        <translation>编辑“%1”…</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>&amp;Let go of these values</source>
        <translation>取消固定这些数值(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Pin these values</source>
        <translation>固定这些数值(&amp;P)</translation>
    </message>
    <message>
        <source>Let go of &amp;all pins</source>
        <translation>取消所有固定(&amp;A)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>first step, last step</comment>
        <translation>%1 至 %2</translation>
    </message>
</context>
<context>
    <name>foretrail::LinearArm</name>
    <message>
        <source>What the policy has learnt is of other features.</source>
        <translation>策略学到的内容属于另一些特征。</translation>
    </message>
</context>
<context>
    <name>foretrail::LinearPolicies</name>
    <message>
        <source>What the policy has learnt is of other items.</source>
        <translation>策略学到的内容属于另一些商品。</translation>
    </message>
    <message>
        <source>expected %1, upper bound %2</source>
        <translation>期望 %1，上界 %2</translation>
    </message>
    <message>
        <source>highest upper bound: %1</source>
        <translation>上界最高：%1</translation>
    </message>
    <message>
        <source>to explore: %1</source>
        <translation>用于探索：%1</translation>
    </message>
    <message>
        <source>expected %1 for this user, the best with a chance of %2</source>
        <translation>对该用户期望为 %1，是最佳的概率为 %2</translation>
    </message>
</context>
<context>
    <name>foretrail::LiveBoard</name>
    <message>
        <source>Events a second</source>
        <translation>每秒事件</translation>
    </message>
    <message>
        <source>Users online</source>
        <translation>在线用户</translation>
    </message>
    <message>
        <source>Bought within the hour</source>
        <translation>一小时内购买</translation>
    </message>
    <message>
        <source>Revenue today</source>
        <translation>今日收入</translation>
    </message>
    <message>
        <source>Events today</source>
        <translation>今日事件</translation>
    </message>
    <message>
        <source>%1 expected</source>
        <translation>预计 %1</translation>
    </message>
    <message>
        <source>%1 expected, %2 to %3</source>
        <translation>预计 %1（%2 至 %3）</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>今天，%1</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生的事</translation>
    </message>
    <message>
        <source>Nothing to know</source>
        <translation>没有提示</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Users of the last hour</source>
        <translation>最近一小时的用户</translation>
    </message>
    <message>
        <source>Visits that are not over, who is likeliest to buy first</source>
        <translation>未结束的访问，最可能购买的在前</translation>
    </message>
    <message>
        <source>Nobody is about. A visit is over half an hour after its last event, by the clock of the shop.</source>
        <translation>现在没有人在。按店铺时钟，最后一个事件半小时后访问即结束。</translation>
    </message>
    <message>
        <source>%1 stored so far</source>
        <translation>至今已存 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%Ln visit(s) not over</source>
        <translation>
            <numerusform>%Ln 次访问未结束</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln user(s) who were there</source>
        <translation>
            <numerusform>共 %Ln 位用户来过</numerusform>
        </translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>展示</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Newest recommendations</source>
        <translation>最新推荐</translation>
    </message>
</context>
<context>
    <name>foretrail::LiveFeed</name>
    <message>
        <source>It is tried again; the feed waits.</source>
        <translation>将重试；数据流等待中。</translation>
    </message>
    <message>
        <source>%1 of the last %2 lines were rejected: page Data says why.</source>
        <translation>最近 %2 行中有 %1 行被拒绝：原因见“数据”页。</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) from more than %1 days ago are removed.</source>
        <translation>
            <numerusform>已删除 %1 天以前的 %n 个事件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) stored</source>
        <translation>
            <numerusform>已存 %Ln 个事件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::LiveInspector</name>
    <message>
        <source>Last seen %1 ago</source>
        <translation>%1前出现</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) in this visit</source>
        <translation>
            <numerusform>本次访问 %n 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 in all</source>
        <translation>，共 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 个订单</numerusform>
        </translation>
    </message>
    <message>
        <source>Value %1 %2</source>
        <translation>价值 %1 %2</translation>
    </message>
    <message>
        <source>No person makes so many events in a minute or through the day: probably a robot.</source>
        <translation>没有人能在一分钟内或一天中产生这么多事件：很可能是机器人。</translation>
    </message>
    <message>
        <source>Has bought in this visit.</source>
        <translation>本次访问已购买。</translation>
    </message>
    <message>
        <source>Buys in this visit: %1</source>
        <translation>本次访问会购买：%1</translation>
    </message>
    <message>
        <source>By averaging old and new: %1</source>
        <translation>新旧平均：%1</translation>
    </message>
    <message>
        <source>P(active): %1</source>
        <translation>P(活跃)：%1</translation>
    </message>
    <message>
        <source>Nothing is learnt of it yet.</source>
        <translation>尚未学到相关内容。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Choose a visit in the table to follow its user.</source>
        <translation>在表中选择一次访问，即可跟踪其用户。</translation>
    </message>
    <message>
        <source>This visit is over.</source>
        <translation>此次访问已结束。</translation>
    </message>
    <message>
        <source>Known so far</source>
        <translation>目前所知</translation>
    </message>
    <message>
        <source>What may come</source>
        <translation>可能会发生的</translation>
    </message>
    <message>
        <source>What to show next</source>
        <translation>接下来展示</translation>
    </message>
    <message>
        <source>Whole profile</source>
        <translation>完整画像</translation>
    </message>
    <message numerus="yes">
        <source>Purchase days expected in %n day(s): %1</source>
        <translation>
            <numerusform>%n 天内预计购买天数：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>What to show next, by %1</source>
        <translation>接下来展示（%1）</translation>
    </message>
</context>
<context>
    <name>foretrail::LiveLearner</name>
    <message>
        <source>What users do next was not learnt: %1</source>
        <translation>未能学习用户接下来做什么：%1</translation>
    </message>
    <message>
        <source>Learning from the log</source>
        <translation>正在从日志学习</translation>
    </message>
    <message>
        <source>Learning from the log: %1</source>
        <translation>正在从日志学习：%1</translation>
    </message>
</context>
<context>
    <name>foretrail::LiveModels</name>
    <message>
        <source>Whether users stay cannot be told: %1</source>
        <translation>无法判断用户是否留下：%1</translation>
    </message>
    <message>
        <source>Whether running sessions buy cannot be told: %1</source>
        <translation>无法判断进行中的会话是否会购买：%1</translation>
    </message>
    <message>
        <source>Next items cannot be told: %1</source>
        <translation>无法给出下一个商品：%1</translation>
    </message>
    <message>
        <source>The workspace holds no events yet, so nothing is known of users. It is learnt once enough came in.</source>
        <translation>工作区还没有事件，因此对用户一无所知。来了足够多的事件后就会学习。</translation>
    </message>
</context>
<context>
    <name>foretrail::LivePage</name>
    <message>
        <source>Export of %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>正在导出 %1</translation>
    </message>
    <message>
        <source>New workspace for the replay</source>
        <translation>用于回放的新工作区</translation>
    </message>
    <message>
        <source>Workspaces (*.foretrail)</source>
        <translation>工作区 (*.foretrail)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>开始跟踪</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>停止跟踪</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>Go to Start</source>
        <translation>前往“开始”</translation>
    </message>
    <message>
        <source>This workspace can only be read, so nothing can be stored in it.</source>
        <translation>此工作区只读，因此无法保存任何内容。</translation>
    </message>
    <message>
        <source>Waiting for the first events.</source>
        <translation>等待第一批事件。</translation>
    </message>
    <message>
        <source>All lines of this log are in the workspace already, so nothing new happens here. In a new workspace the log comes in event by event.</source>
        <translation>此日志的所有行都已在工作区中，因此这里不会有新事件。在新的工作区中，日志会逐个事件进来。</translation>
    </message>
    <message>
        <source>Replay into a new workspace</source>
        <translation>回放到新工作区</translation>
    </message>
    <message>
        <source>Follow a feed to see events as they come in: who is about and may buy, what to show them next, how the day goes. To try it, play a log again.</source>
        <translation>跟踪数据流，即可看到事件逐个到来：谁在店里、谁可能购买、接下来给他们看什么、今天走势如何。想先试试，可以回放一份日志。</translation>
    </message>
    <message>
        <source>%1 stored, %2 duplicate, %3 rejected</source>
        <translation>已存 %1，重复 %2，拒绝 %3</translation>
    </message>
    <message>
        <source>Ended: %1.</source>
        <translation>已结束：%1。</translation>
    </message>
    <message>
        <source>Stopping: what came in is stored.</source>
        <translation>正在停止：已到达的都会保存。</translation>
    </message>
    <message>
        <source>Paused, whoever sends waits: %1.</source>
        <translation>已暂停，发送方等待：%1。</translation>
    </message>
    <message>
        <source>Following: %1.</source>
        <translation>正在跟踪：%1。</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Models that follow</source>
        <translation>跟随的模型</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>广告活动</translation>
    </message>
</context>
<context>
    <name>foretrail::LiveRun</name>
    <message>
        <source>Following %1</source>
        <translation>正在跟踪 %1</translation>
    </message>
</context>
<context>
    <name>foretrail::LiveShop</name>
    <message>
        <source>for: %1</source>
        <translation>有利：%1</translation>
    </message>
    <message>
        <source>against: %1</source>
        <translation>不利：%1</translation>
    </message>
    <message>
        <source>Today comes to %1 % less than was forecast in the morning.</source>
        <translation>今天将比早上的预测少 %1 %。</translation>
    </message>
    <message>
        <source>Today comes to %1 % more than was forecast in the morning.</source>
        <translation>今天将比早上的预测多 %1 %。</translation>
    </message>
    <message numerus="yes">
        <source>Nothing came in for %n minute(s), which is unusual for this feed.</source>
        <translation>
            <numerusform>%n 分钟没有任何事件，对此数据流来说不寻常。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::LiveToday</name>
    <message>
        <source>events</source>
        <translation>个事件</translation>
    </message>
    <message>
        <source>A forecast of today needs %1 whole days; there are %2.</source>
        <translation>预测今天需要 %1 个完整的日子；现有 %2 个。</translation>
    </message>
    <message>
        <source>Nothing came in yet.</source>
        <translation>还没有任何事件。</translation>
    </message>
    <message>
        <source>The events have no time, so no day can be followed.</source>
        <translation>事件没有时间，因此无法跟踪某一天。</translation>
    </message>
</context>
<context>
    <name>foretrail::LiveTotals</name>
    <message>
        <source>Counting users</source>
        <translation>正在统计用户</translation>
    </message>
</context>
<context>
    <name>foretrail::LiveUsersModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>has bought</source>
        <translation>已购买</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近出现</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Last item</source>
        <translation>最近商品</translation>
    </message>
    <message>
        <source>Buys now</source>
        <translation>会购买</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>What to show next</source>
        <translation>接下来展示</translation>
    </message>
    <message>
        <source>Who is about</source>
        <translation>谁在店里</translation>
    </message>
    <message>
        <source>How long the last event is ago, by the clock of the shop</source>
        <translation>最近一个事件距今多久（按店铺时钟）</translation>
    </message>
    <message>
        <source>In this visit</source>
        <translation>本次访问内</translation>
    </message>
    <message>
        <source>The item of the last event</source>
        <translation>最近一个事件的商品</translation>
    </message>
    <message>
        <source>Probability that something is bought later in this visit</source>
        <translation>本次访问稍后会购买的概率</translation>
    </message>
    <message>
        <source>P(active): the probability that the user has not left for good</source>
        <translation>P(活跃)：用户尚未永久离开的概率</translation>
    </message>
    <message>
        <source>The items that are likeliest to come next</source>
        <translation>最可能成为下一个的商品</translation>
    </message>
</context>
<context>
    <name>foretrail::LogStep</name>
    <message>
        <source>Observation %1 is %2; the logarithm of 1 + y needs more than -1. Put the step &quot;Negative values&quot; in front.</source>
        <translation>第 %1 个观测值为 %2；1 + y 的对数要求大于 -1。请在前面加“负值”一步。</translation>
    </message>
    <message>
        <source>Logarithm</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>log(1 + y): growth and seasons that multiply become sums.</source>
        <translation>log(1 + y)：相乘的增长与季节变为相加。</translation>
    </message>
</context>
<context>
    <name>foretrail::LogisticRegression</name>
    <message>
        <source>The logistic regression found no maximum: the features tell both classes apart without error. A larger ridge helps.</source>
        <translation>逻辑回归没有找到最大值：特征可以毫无误差地区分两类。加大岭惩罚可解决。</translation>
    </message>
    <message>
        <source>There is nothing to tell apart: all cases ended alike.</source>
        <translation>没有可区分的内容：所有样本的结果都相同。</translation>
    </message>
    <message>
        <source>A stored logistic regression is damaged.</source>
        <translation>保存的逻辑回归已损坏。</translation>
    </message>
</context>
<context>
    <name>foretrail::LossChart</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>best: epoch %1</source>
        <translation>最佳：第 %1 轮</translation>
    </message>
    <message>
        <source>%1, each epoch</source>
        <comment>a loss</comment>
        <translation>%1，每轮</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Size of the gradient</source>
        <translation>梯度大小</translation>
    </message>
    <message>
        <source>Seconds an epoch</source>
        <translation>每轮秒数</translation>
    </message>
</context>
<context>
    <name>foretrail::LossPanel</name>
    <message>
        <source>Show the running training</source>
        <translation>查看正在进行的训练</translation>
    </message>
    <message>
        <source>Waits for its first epoch.</source>
        <translation>等待第一轮。</translation>
    </message>
    <message>
        <source>This model is fitted in one go, without epochs.</source>
        <translation>该模型一次拟合完成，没有轮次。</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>training %1</source>
        <translation>训练 %1</translation>
    </message>
    <message>
        <source>validation %1</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>best: epoch %1</source>
        <translation>最佳：第 %1 轮</translation>
    </message>
    <message>
        <source>The losses appear here, epoch by epoch.</source>
        <translation>损失将逐轮显示在这里。</translation>
    </message>
    <message>
        <source>Losses of %1</source>
        <translation>%1 的损失</translation>
    </message>
    <message>
        <source>There was no test part: nothing says how good it is.</source>
        <translation>没有测试段，无法判断其好坏。</translation>
    </message>
    <message>
        <source>This model is fitted in one go: there are no epochs to draw.</source>
        <translation>该模型一次拟合完成，没有可绘制的轮次。</translation>
    </message>
    <message>
        <source>%1 · seed %2 · Foretrail %3</source>
        <translation>%1 · 种子 %2 · Foretrail %3</translation>
    </message>
    <message>
        <source>The losses of a training appear here.</source>
        <translation>训练的损失将显示在这里。</translation>
    </message>
    <message>
        <source>%1 windows a second</source>
        <translation>每秒 %1 个窗口</translation>
    </message>
    <message>
        <source>%1 of %2 without a better one</source>
        <translation>已有 %1 轮未改善（上限 %2）</translation>
    </message>
    <message>
        <source>This model is fitted in one go: there are no epochs to replay. Train an lstm or gru to see a network learn.</source>
        <translation>该模型一次拟合完成，没有可重放的轮次。训练 lstm 或 gru 可以看到网络如何学习。</translation>
    </message>
    <message>
        <source>This run keeps no epochs: it was imported, or trained before they were kept. Reproduce it to replay its training.</source>
        <translation>该运行没有保留轮次：它是导入的，或在开始保留轮次之前训练。复现它即可重放训练。</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Weights and gates</source>
        <translation>权重和门</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The validation part as it was and as the network says it, one step ahead</source>
        <translation>验证部分的实际值与网络向前一步的预测</translation>
    </message>
    <message>
        <source>There was no validation part, so nothing was forecast while it learnt. Set one in the settings to watch it.</source>
        <translation>没有验证部分，因此学习期间没有预测。在设置中指定验证部分即可观看。</translation>
    </message>
    <message>
        <source>What the network says of the validation part appears here, epoch by epoch.</source>
        <translation>网络对验证部分的预测将逐轮显示在这里。</translation>
    </message>
    <message>
        <source>Began with the weights of %1 after epoch %2</source>
        <comment>name of a run, number</comment>
        <translation>以“%1”第 %2 轮之后的权重开始</translation>
    </message>
    <message>
        <source>This workspace is read-only: a run cannot be stored in it.</source>
        <translation>该工作区为只读，无法保存运行。</translation>
    </message>
    <message>
        <source>What a network says of the validation part while it learns appears here. Train an lstm or gru.</source>
        <translation>网络学习期间对验证部分的预测显示在这里。请训练 lstm 或 gru。</translation>
    </message>
    <message>
        <source>Exporting a chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>This network was learnt once for several series, and its epochs are kept with %1. Reproduce this run to see it learn this series.</source>
        <translation>这个网络为多个序列只学习了一次，各轮次随 %1 保存。重现此运行即可查看它如何学习这个序列。</translation>
    </message>
</context>
<context>
    <name>foretrail::LossView</name>
    <message>
        <source>What is drawn</source>
        <translation>绘制的内容</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Size of the gradient</source>
        <translation>梯度大小</translation>
    </message>
    <message>
        <source>Seconds an epoch</source>
        <translation>每轮秒数</translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>对比起源</translation>
    </message>
    <message>
        <source>The curve of the run that this one branched from, beside its own</source>
        <translation>在自身曲线旁显示它所分支的运行的曲线</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>对数坐标</translation>
    </message>
</context>
<context>
    <name>foretrail::MainWindow</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 - Foretrail</source>
        <translation>%1 - Foretrail</translation>
    </message>
    <message>
        <source>Foretrail</source>
        <translation>Foretrail</translation>
    </message>
    <message>
        <source>F11 or Esc leaves the large type.</source>
        <translation>按 F11 或 Esc 退出大字显示。</translation>
    </message>
    <message>
        <source>What belongs to the page</source>
        <translation>与此页面有关的设置</translation>
    </message>
</context>
<context>
    <name>foretrail::MarkChart</name>
    <message numerus="yes">
        <source>%n parts. Arrow keys go from one to the next.</source>
        <translation>
            <numerusform>%n 个部分。用方向键逐个移动。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::MessageBar</name>
    <message>
        <source>&amp;Details</source>
        <translation>详细信息(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>%1 more behind it</source>
        <translation>后面还有 %1 条</translation>
    </message>
</context>
<context>
    <name>foretrail::MetricWords</name>
    <message>
        <source>Mean cost of this quantile of the forecast, in the unit of the series: the smaller the better</source>
        <translation>预测在该分位数上的平均代价，以序列的单位计：越小越好</translation>
    </message>
    <message>
        <source>Mean width of the band with a penalty for what lies outside, in the unit of the series: the smaller the better</source>
        <translation>区间的平均宽度，对落在区间外的部分加罚，以序列的单位计：越小越好</translation>
    </message>
    <message>
        <source>Share of the test part inside the band: the nearer to what the band promises the better</source>
        <translation>测试段落在区间内的比例：越接近区间所承诺的越好</translation>
    </message>
    <message>
        <source>Mean absolute error, in the unit of the series: the smaller the better</source>
        <translation>平均绝对误差，以序列的单位计：越小越好</translation>
    </message>
    <message>
        <source>Root of the mean squared error, in the unit of the series: large errors weigh more</source>
        <translation>均方误差的平方根，以序列的单位计：大误差权重更大</translation>
    </message>
    <message>
        <source>Sum of absolute errors over the sum of what happened: the smaller the better</source>
        <translation>绝对误差之和除以实际值之和：越小越好</translation>
    </message>
    <message>
        <source>Mean of the absolute error over the middle between forecast and what happened: 0 is exact, 200 the worst</source>
        <translation>绝对误差与预测和实际的中值之比的平均：0 为完全准确，200 为最差</translation>
    </message>
    <message>
        <source>Mean absolute error over that of repeating the last season inside the learning part: below 1 is closer than that</source>
        <translation>平均绝对误差与学习段内重复上一季节的误差之比：小于 1 即更接近</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Sum of the errors over the sum of what happened: above 0 more happened than was forecast</source>
        <translation>误差之和除以实际值之和：大于 0 表示实际多于预测</translation>
    </message>
    <message>
        <source>%1 % band held</source>
        <translation>%1 % 区间覆盖率</translation>
    </message>
    <message>
        <source>Mean of the absolute error over what happened: the smaller the better</source>
        <translation>绝对误差与实际值之比的平均：越小越好</translation>
    </message>
    <message>
        <source>Root of the mean squared error over that of repeating the last value inside the learning part: the smaller the better</source>
        <translation>均方根误差与学习段内重复上一个值的均方根误差之比：越小越好</translation>
    </message>
    <message>
        <source>Pinball loss at %1 %</source>
        <translation>%1 % 分位数损失</translation>
    </message>
    <message>
        <source>Mean distance between the whole forecast distribution and what happened, in the unit of the series: the smaller the better</source>
        <translation>整个预测分布与实际值的平均距离，以序列的单位计：越小越好</translation>
    </message>
    <message>
        <source>Interval score of the %1 % band</source>
        <translation>%1 % 区间得分</translation>
    </message>
    <message>
        <source>Mean width of the 95 % band with a penalty for what lies outside, over the scale of MASE: the smaller the better</source>
        <translation>95 % 区间的平均宽度，对落在区间外的部分加罚，再除以 MASE 的尺度：越小越好</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>技巧分</translation>
    </message>
    <message>
        <source>How much smaller the mean absolute error is than the baseline&apos;s: 0 is as good, 1 exact, below 0 worse</source>
        <translation>平均绝对误差比基线小多少：0 为相当，1 为完全准确，小于 0 为更差</translation>
    </message>
    <message>
        <source>Steps judged</source>
        <translation>评估的步数</translation>
    </message>
    <message>
        <source>Steps of the test part whose actual value is known</source>
        <translation>测试段中实际值已知的步数</translation>
    </message>
</context>
<context>
    <name>foretrail::MissingStep</name>
    <message>
        <source>Missing values</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>Fills steps without an observation. Most models need every step.</source>
        <translation>补上没有观测值的步。多数模型需要每一步都有值。</translation>
    </message>
    <message>
        <source>Fill with</source>
        <translation>填充方式</translation>
    </message>
    <message>
        <source>What stands in place of a missing value.</source>
        <translation>用什么代替缺失值。</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>最长空缺</translation>
    </message>
    <message>
        <source>Gaps of more steps stay as they are.</source>
        <translation>更长的空缺保持原样。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>a line between the neighbours</source>
        <translation>相邻值之间连直线</translation>
    </message>
    <message>
        <source>the last value</source>
        <translation>上一个值</translation>
    </message>
    <message>
        <source>the value one season before</source>
        <translation>上一个季节的同位值</translation>
    </message>
    <message>
        <source>the mean of the same weekday</source>
        <translation>同一星期几的均值</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>nothing: windows that touch a gap are left out</source>
        <translation>不填：碰到空缺的窗口不用</translation>
    </message>
    <message numerus="yes">
        <source>%n values stay missing, which most models refuse: fill them, or train a network (LSTM, GRU), which leaves out windows that touch one.</source>
        <translation>
            <numerusform>仍有 %n 个值缺失，大多数模型会拒绝：请填补，或训练神经网络（LSTM、GRU），它会略去碰到缺口的窗口。</numerusform>
        </translation>
    </message>
    <message>
        <source>Gaps stay. Networks (LSTM, GRU) leave out windows that touch one; all other models refuse such a series. Choose another rule for those.</source>
        <translation>缺口保留。神经网络（LSTM、GRU）会略去碰到缺口的窗口；其他模型都会拒绝这样的序列，请为它们选择其他规则。</translation>
    </message>
</context>
<context>
    <name>foretrail::ModelChecklist</name>
    <message>
        <source>%1 · %2</source>
        <comment>name of a model, its title</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title of a model: its explanation</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>foretrail::ModelComparison</name>
    <message>
        <source>p &lt; 0.01</source>
        <translation>p &lt; 0.01</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message>
        <source>%1 %2 v %3</source>
        <comment>error: of the first, of the second</comment>
        <translation>%1 %2 对 %3</translation>
    </message>
    <message>
        <source>Too few series and folds to tell %1 from %2 (%3).</source>
        <comment>two models</comment>
        <translation>序列和折数太少，无法区分 %1 与 %2（%3）。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>errors, p-value</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 is closer than %2 (%3).</source>
        <comment>two models</comment>
        <translation>%1 比 %2 更接近（%3）。</translation>
    </message>
    <message>
        <source>%1 is further off than %2 (%3).</source>
        <comment>two models</comment>
        <translation>%1 比 %2 偏差更大（%3）。</translation>
    </message>
    <message>
        <source>%1 and %2 do not differ clearly (%3).</source>
        <comment>two models</comment>
        <translation>%1 与 %2 没有明显差别（%3）。</translation>
    </message>
</context>
<context>
    <name>foretrail::ModelPair</name>
    <message>
        <source>Choose two different models.</source>
        <translation>请选择两个不同的模型。</translation>
    </message>
    <message>
        <source>Com&amp;pare</source>
        <translation>比较(&amp;P)</translation>
    </message>
    <message>
        <source>First of the models to compare</source>
        <translation>要比较的第一个模型</translation>
    </message>
    <message>
        <source>Second of the models to compare</source>
        <translation>要比较的第二个模型</translation>
    </message>
    <message>
        <source>Over series a paired sign-flip test, over folds the test of Diebold and Mariano; the larger p counts.</source>
        <translation>按序列用配对符号翻转检验，按折用 Diebold-Mariano 检验；以较大的 p 值为准。</translation>
    </message>
</context>
<context>
    <name>foretrail::ModelRegistry</name>
    <message>
        <source>Naive</source>
        <translation>朴素法</translation>
    </message>
    <message>
        <source>Repeats the last value.</source>
        <translation>重复最后一个值。</translation>
    </message>
    <message>
        <source>Seasonal naive</source>
        <translation>季节性朴素法</translation>
    </message>
    <message>
        <source>Repeats the last season.</source>
        <translation>重复上一个季节周期。</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>漂移法</translation>
    </message>
    <message>
        <source>Continues the line from the first to the last value.</source>
        <translation>延长首末两点的连线。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>The mean of everything so far.</source>
        <translation>迄今所有值的均值。</translation>
    </message>
    <message>
        <source>Moving average</source>
        <translation>移动平均</translation>
    </message>
    <message>
        <source>The mean of the last values.</source>
        <translation>最近若干值的均值。</translation>
    </message>
    <message>
        <source>There is no model named %1. There are: %2.</source>
        <translation>没有名为 %1 的模型。现有：%2。</translation>
    </message>
    <message>
        <source>AR</source>
        <translation>AR</translation>
    </message>
    <message>
        <source>A weighted sum of the values before, pulled to their mean.</source>
        <translation>之前各值的加权和，并向均值回归。</translation>
    </message>
    <message>
        <source>AR with Fourier terms</source>
        <translation>带傅里叶项的 AR</translation>
    </message>
    <message>
        <source>Trend and seasons as smooth curves, with an autoregression of what they leave.</source>
        <translation>以平滑曲线表示趋势与季节，并对余下部分做自回归。</translation>
    </message>
    <message>
        <source>Exponential smoothing</source>
        <translation>指数平滑</translation>
    </message>
    <message>
        <source>A mean in which the newest values weigh most.</source>
        <translation>越新的数值权重越大的平均。</translation>
    </message>
    <message>
        <source>Holt&apos;s trend</source>
        <translation>Holt 趋势</translation>
    </message>
    <message>
        <source>A smoothed level and a smoothed slope that goes on.</source>
        <translation>平滑的水平，加上持续延伸的平滑斜率。</translation>
    </message>
    <message>
        <source>Damped trend</source>
        <translation>阻尼趋势</translation>
    </message>
    <message>
        <source>A smoothed level and a smoothed slope that fades away.</source>
        <translation>平滑的水平，加上逐渐减弱的平滑斜率。</translation>
    </message>
    <message>
        <source>Holt-Winters</source>
        <translation>Holt-Winters</translation>
    </message>
    <message>
        <source>A smoothed level, slope and season.</source>
        <translation>平滑的水平、斜率和季节。</translation>
    </message>
    <message>
        <source>ETS</source>
        <translation>ETS</translation>
    </message>
    <message>
        <source>Exponential smoothing with the form of error, trend and season that suits the series.</source>
        <translation>指数平滑，误差、趋势和季节的形式按序列自动选择。</translation>
    </message>
    <message>
        <source>Theta</source>
        <translation>Theta</translation>
    </message>
    <message>
        <source>Half a straight line, half exponential smoothing, without the season and back.</source>
        <translation>去除季节后，一半取直线，一半取指数平滑，最后还原季节。</translation>
    </message>
    <message>
        <source>Optimised Theta</source>
        <translation>优化 Theta</translation>
    </message>
    <message>
        <source>Theta with the share of the line that would have forecast best.</source>
        <translation>Theta 方法，直线所占比例取以往预测最准的值。</translation>
    </message>
    <message>
        <source>Croston</source>
        <translation>Croston</translation>
    </message>
    <message>
        <source>For demand that is seldom: its usual size over its usual interval.</source>
        <translation>用于少见的需求：通常的需求量除以通常的间隔。</translation>
    </message>
    <message>
        <source>Syntetos-Boylan</source>
        <translation>Syntetos-Boylan</translation>
    </message>
    <message>
        <source>Croston&apos;s rate without its known excess.</source>
        <translation>Croston 的需求率，去除其已知的偏高。</translation>
    </message>
    <message>
        <source>Teunter-Syntetos-Babai</source>
        <translation>Teunter-Syntetos-Babai</translation>
    </message>
    <message>
        <source>For demand that is seldom and may end: its usual size times its probability.</source>
        <translation>用于少见且可能终止的需求：通常的需求量乘以需求概率。</translation>
    </message>
    <message>
        <source>ADIDA</source>
        <translation>ADIDA</translation>
    </message>
    <message>
        <source>Sums over the usual interval of demand, smoothed and shared out.</source>
        <translation>按通常的需求间隔求和，平滑后均摊。</translation>
    </message>
    <message>
        <source>IMAPA</source>
        <translation>IMAPA</translation>
    </message>
    <message>
        <source>The mean of ADIDA over all lengths up to the usual interval.</source>
        <translation>对不超过通常间隔的所有长度取 ADIDA 的均值。</translation>
    </message>
    <message>
        <source>Naive 2</source>
        <translation>朴素法 2</translation>
    </message>
    <message>
        <source>Repeats the last value, with the season where a test finds one.</source>
        <translation>重复最后一个值；检验发现季节时加上季节。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Tries the models that suit the series on its past and weighs them by how far they missed.</source>
        <translation>在序列的过去检验适合它的模型，并按偏差大小加权。</translation>
    </message>
    <message>
        <source>Combination</source>
        <translation>组合</translation>
    </message>
    <message>
        <source>The median or a mean of several models.</source>
        <translation>多个模型的中位数或平均值。</translation>
    </message>
    <message>
        <source>AR of changes</source>
        <translation>变化量自回归</translation>
    </message>
    <message>
        <source>Changes from step to step as a weighted sum of the changes before.</source>
        <translation>逐步的变化，用以前的变化加权求和。</translation>
    </message>
    <message>
        <source>AR of seasonal changes</source>
        <translation>季节变化量自回归</translation>
    </message>
    <message>
        <source>Changes against one season before as a weighted sum of those before.</source>
        <translation>与上一季相比的变化，用以前的这类变化加权求和。</translation>
    </message>
    <message>
        <source>Pooled regression</source>
        <translation>合并回归</translation>
    </message>
    <message>
        <source>One regression on the last values, learnt from all series together.</source>
        <translation>对最近若干值的一个回归，由所有序列共同学得。</translation>
    </message>
    <message>
        <source>Season profile</source>
        <translation>季节轮廓</translation>
    </message>
    <message>
        <source>The shape of past seasons on the level of the last one.</source>
        <translation>以最后一季的水平套用过去各季的形状。</translation>
    </message>
    <message>
        <source>Automatic AR</source>
        <translation>自动 AR</translation>
    </message>
    <message>
        <source>AR of the changes that the series needs, on the scale that evens out its swings.</source>
        <translation>对序列做所需的差分，并在使波动均匀的尺度上做自回归。</translation>
    </message>
    <message>
        <source>Pooled AR</source>
        <translation>合并 AR</translation>
    </message>
    <message>
        <source>One autoregression, learnt from all series together, that follows its own forecasts.</source>
        <translation>由所有序列共同学得的一个自回归，逐步以自己的预测继续向前。</translation>
    </message>
</context>
<context>
    <name>foretrail::ModelSpec</name>
    <message>
        <source>%1 is not a normalisation. Allowed: none, minmax.</source>
        <translation>%1 不是归一化方式。可选：none、minmax。</translation>
    </message>
    <message>
        <source>%1 is not a form of season. Allowed: auto, additive, multiplicative.</source>
        <translation>%1 不是季节形式。可用：auto、additive、multiplicative。</translation>
    </message>
    <message>
        <source>%1 is not a way to weigh models. Allowed: errors, equal, median, stacking.</source>
        <translation>%1 不是给模型加权的方式。允许：errors、equal、median、stacking。</translation>
    </message>
    <message>
        <source>%1 is not a way to estimate an autoregression. Allowed: burg, yule-walker, least-squares.</source>
        <translation>%1 不是估计自回归的方法。允许：burg、yule-walker、least-squares。</translation>
    </message>
    <message>
        <source>%1 does not choose the order of an autoregression. Allowed: aicc, aic, bic, rolling.</source>
        <translation>%1 不是选择自回归阶数的方式。允许：aicc、aic、bic、rolling。</translation>
    </message>
    <message>
        <source>%1 is not an optimiser. Allowed: adam, adamw, rmsprop, sgd.</source>
        <translation>%1 不是优化器。可用：adam、adamw、rmsprop、sgd。</translation>
    </message>
    <message>
        <source>%1 is not a schedule of the learning rate. Allowed: constant, cosine, plateau.</source>
        <translation>%1 不是学习率的调整方式。可用：constant、cosine、plateau。</translation>
    </message>
    <message>
        <source>%1 is not a loss. Allowed: %2.</source>
        <translation>%1 不是损失函数。可用：%2。</translation>
    </message>
    <message>
        <source>%1 is not a centre of windows. Allowed: auto, mean, last.</source>
        <translation>%1 不是窗口的中心。允许：auto、mean、last。</translation>
    </message>
    <message>
        <source>%1 does not say where intervals come from. Allowed: conformal, model, adaptive.</source>
        <translation>%1 没有说明区间从何而来。可用：conformal、model、adaptive。</translation>
    </message>
    <message>
        <source>%1 is not an engine. Allowed: own, libtorch, libtorch-gpu.</source>
        <translation>%1 不是引擎。可用：own、libtorch、libtorch-gpu。</translation>
    </message>
</context>
<context>
    <name>foretrail::Models</name>
    <message>
        <source>The stored model is damaged: %1 is absent or out of range. Train it again.</source>
        <translation>保存的模型已损坏：%1 缺失或超出范围。请重新训练。</translation>
    </message>
    <message>
        <source>The horizon is %1 steps; it must be at least 1.</source>
        <translation>预测步长为 %1，至少应为 1。</translation>
    </message>
    <message>
        <source>%1 is not an interval level; it must lie between 0 and 100.</source>
        <translation>%1 不是有效的置信水平，应在 0 到 100 之间。</translation>
    </message>
    <message>
        <source>observation %1</source>
        <translation>第 %1 个观测值</translation>
    </message>
    <message>
        <source>Series %1 has no usable value at %2. Choose a rule for missing values.</source>
        <translation>序列 %1 在 %2 没有可用的值。请选择缺失值的处理方式。</translation>
    </message>
    <message numerus="yes">
        <source>Series %1 has %n observations, this model needs at least %2. Choose a finer step, a smaller season or a simpler model.</source>
        <translation>
            <numerusform>序列 %1 有 %n 个观测值，此模型至少需要 %2 个。请选择更细的步长、更短的季节或更简单的模型。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Mstl</name>
    <message>
        <source>A decomposition takes 1 pass or more, not %1.</source>
        <translation>分解的遍数须不小于 1，不能是 %1。</translation>
    </message>
    <message>
        <source>The window of a trend is an odd number from 3 on, or 0 for the usual one; not %1.</source>
        <translation>趋势窗口须为不小于 3 的奇数，或填 0 使用常用值；不能是 %1。</translation>
    </message>
</context>
<context>
    <name>foretrail::Naive2</name>
    <message>
        <source>The stored model is damaged: its season is not usable. Train it again.</source>
        <translation>存储的模型已损坏：其季节无法使用。请重新训练。</translation>
    </message>
    <message>
        <source>The last value without its season of %1 steps, times the index of the season to come.</source>
        <translation>去除 %1 步季节后的最后一个值，乘以所预测季节的指数。</translation>
    </message>
    <message>
        <source>The last value, repeated: there is no season to test.</source>
        <translation>重复最后一个值：没有可检验的季节。</translation>
    </message>
    <message>
        <source>The last value, repeated: the test finds no season of %1 steps.</source>
        <translation>重复最后一个值：检验未发现 %1 步的季节。</translation>
    </message>
    <message>
        <source>The last value, repeated: a season that multiplies needs values above zero.</source>
        <translation>重复最后一个值：乘法季节要求所有值大于零。</translation>
    </message>
</context>
<context>
    <name>foretrail::NamedItems</name>
    <message>
        <source>These are no items: %1.</source>
        <translation>这些不是商品：%1。</translation>
    </message>
    <message>
        <source>Several items are called &quot;%1&quot;. Say the key of one: %2.</source>
        <translation>有几个商品都叫“%1”。请写出其中一个的编号：%2。</translation>
    </message>
</context>
<context>
    <name>foretrail::NearestKeys</name>
    <message>
        <source>No key is written nearly like it.</source>
        <translation>没有写法相近的名称。</translation>
    </message>
    <message>
        <source>Near it: %1.</source>
        <translation>相近的有：%1。</translation>
    </message>
</context>
<context>
    <name>foretrail::NegativeStep</name>
    <message>
        <source>Negative values</source>
        <translation>负值</translation>
    </message>
    <message>
        <source>Returns booked on a day without sales leave values below zero.</source>
        <translation>没有销售的日子记入退货，会出现低于零的值。</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>What stands in place of a negative value.</source>
        <translation>用什么代替负值。</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
</context>
<context>
    <name>foretrail::NetworkRecommender</name>
    <message>
        <source>Networks need OpenBLAS, which was not found. Install libopenblas0-pthread.</source>
        <translation>网络需要 OpenBLAS，但未找到。请安装 libopenblas0-pthread。</translation>
    </message>
</context>
<context>
    <name>foretrail::NeuralEngine</name>
    <message>
        <source>It was looked for in %1.</source>
        <translation>查找位置：%1。</translation>
    </message>
    <message>
        <source>It was found but did not load: %1.</source>
        <translation>已找到但无法加载：%1。</translation>
    </message>
    <message>
        <source>%1 belongs to another version of the program</source>
        <translation>%1 属于程序的另一个版本</translation>
    </message>
    <message>
        <source>LibTorch finds no GPU here: none is built in, its driver is missing, or LibTorch was built without CUDA, as that of Debian is. Choose another engine, which computes on the processor.</source>
        <translation>LibTorch 在这里找不到 GPU：没有安装 GPU、缺少驱动程序，或者 LibTorch 编译时未启用 CUDA（Debian 的版本就是如此）。请选择在处理器上计算的其他引擎。</translation>
    </message>
    <message>
        <source>Install the packages libtorch-dev and libopenblas0-pthread and build again, or choose the program&apos;s own engine.</source>
        <translation>请安装 libtorch-dev 和 libopenblas0-pthread 后重新构建，或选择本程序自己的引擎。</translation>
    </message>
    <message>
        <source>Install the package libtorch-dev, or choose the program&apos;s own engine.</source>
        <translation>请安装软件包 libtorch-dev，或选择本程序自己的引擎。</translation>
    </message>
    <message>
        <source>LibTorch is not available. %1 %2</source>
        <translation>LibTorch 不可用。%1 %2</translation>
    </message>
</context>
<context>
    <name>foretrail::NextItemsView</name>
    <message>
        <source>What to show next</source>
        <translation>接下来展示什么</translation>
    </message>
    <message>
        <source>Cold start</source>
        <translation>冷启动</translation>
    </message>
    <message>
        <source>Nothing is known of this shopper yet</source>
        <translation>对该顾客还一无所知</translation>
    </message>
    <message>
        <source>Open on the page Recommend</source>
        <translation>在“推荐”页打开</translation>
    </message>
    <message>
        <source>With rules, other models and who else should see these items</source>
        <translation>可设规则、换模型，并查看还应向谁展示这些商品</translation>
    </message>
</context>
<context>
    <name>foretrail::NoteDialog</name>
    <message>
        <source>This series: %1</source>
        <translation>仅此序列：%1</translation>
    </message>
    <message>
        <source>All series</source>
        <translation>全部序列</translation>
    </message>
    <message>
        <source>Note at %1</source>
        <translation>%1 的备注</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>文字(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>适用于(&amp;O)</translation>
    </message>
</context>
<context>
    <name>foretrail::NumberGuess</name>
    <message>
        <source>%1 has amounts in %2 besides %3: those rows are rejected, since their sum would mean nothing.</source>
        <translation>%1 中除 %3 外还有 %2 的金额：这些行被拒绝，因为不同币种的合计没有意义。</translation>
    </message>
    <message>
        <source>%1: %2 is read as an amount in %3.</source>
        <translation>%1：%2 读作 %3 金额。</translation>
    </message>
    <message>
        <source>%1: percents are read as shares of one (12 % as 0.12).</source>
        <translation>%1：百分数按小数读取（12 % 读作 0.12）。</translation>
    </message>
    <message>
        <source>%1: nothing tells whether %2 has a decimal sign or a sign between thousands. It is read as %3; choose the other decimal sign if that is wrong.</source>
        <translation>%1：无法判断 %2 中的符号是小数分隔符还是千位分隔符。按 %3 读取；如有误请选择另一种小数分隔符。</translation>
    </message>
    <message>
        <source>%1: ids written as decimals (17850.0) are read as whole numbers (17850).</source>
        <translation>%1：写成小数的编号（17850.0）按整数读取（17850）。</translation>
    </message>
    <message>
        <source>%1: some ids were shortened by a spreadsheet (%2): their last digits are lost, so different ids may be the same now. Export the column as text.</source>
        <translation>%1：部分编号被电子表格缩短（%2）：末尾几位已丢失，不同的编号可能已变得相同。请把该列按文本导出。</translation>
    </message>
    <message>
        <source>Read as no value: %1.</source>
        <translation>视为缺失：%1。</translation>
    </message>
</context>
<context>
    <name>foretrail::NumbersSection</name>
    <message>
        <source>%1, %2</source>
        <comment>1234.56, EUR</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Point: 1234.56</source>
        <translation>点：1234.56</translation>
    </message>
    <message>
        <source>Comma: 1234,56</source>
        <translation>逗号：1234,56</translation>
    </message>
    <message>
        <source>Any that is clear</source>
        <translation>任何无歧义的符号</translation>
    </message>
    <message>
        <source>Comma: 1,234</source>
        <translation>逗号：1,234</translation>
    </message>
    <message>
        <source>Point: 1.234</source>
        <translation>点：1.234</translation>
    </message>
    <message>
        <source>Space: 1 234</source>
        <translation>空格：1 234</translation>
    </message>
    <message>
        <source>Apostrophe: 1&apos;234</source>
        <translation>撇号：1&apos;234</translation>
    </message>
    <message>
        <source>Decimal si&amp;gn</source>
        <translation>小数分隔符(&amp;G)</translation>
    </message>
    <message>
        <source>Sign between &amp;thousands</source>
        <translation>千位分隔符(&amp;T)</translation>
    </message>
    <message>
        <source>C&amp;urrency</source>
        <translation>币种(&amp;U)</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>未发现</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Code of the currency of all amounts: EUR, USD, CNY</source>
        <translation>所有金额的币种代码：EUR、USD、CNY</translation>
    </message>
</context>
<context>
    <name>foretrail::NumbersTab</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>foretrail::OffPolicy</name>
    <message>
        <source>%1 decisions with a known reward are too few to judge a policy by.</source>
        <translation>只有 %1 个已知奖励的决策，不足以评判策略。</translation>
    </message>
    <message>
        <source>A decision of the log has no propensity, an item that the campaign does not have, or other features.</source>
        <translation>日志中有一个决策没有倾向概率、含有该广告活动之外的商品，或特征不同。</translation>
    </message>
</context>
<context>
    <name>foretrail::OpenCellDialog</name>
    <message>
        <source>Cell of %1</source>
        <translation>%1 的记忆单元</translation>
    </message>
    <message>
        <source>&amp;Series</source>
        <translation>序列(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>Window, by the date of its last step</source>
        <translation>窗口，按其最后一步的日期</translation>
    </message>
    <message>
        <source>Smaller type (Ctrl+-)</source>
        <translation>缩小文字 (Ctrl+-)</translation>
    </message>
    <message>
        <source>Larger type, for a class (Ctrl++)</source>
        <translation>放大文字，便于授课 (Ctrl++)</translation>
    </message>
    <message>
        <source>&amp;Export table</source>
        <translation>导出表格(&amp;E)</translation>
    </message>
    <message>
        <source>Saves the values of the heat map as CSV</source>
        <translation>将热图的数值保存为 CSV</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Reading the run and its series</source>
        <translation>正在读取运行及其序列</translation>
    </message>
    <message>
        <source>Opening a cell</source>
        <translation>打开记忆单元</translation>
    </message>
    <message>
        <source>Looking into a cell</source>
        <translation>查看记忆单元</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Exporting a cell</source>
        <translation>导出记忆单元</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>A-</source>
        <comment>smaller type</comment>
        <translation>A-</translation>
    </message>
    <message>
        <source>A+</source>
        <comment>larger type</comment>
        <translation>A+</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>Steps &amp;ahead</source>
        <translation>提前步数(&amp;A)</translation>
    </message>
    <message>
        <source>Which of the networks, one for each seed; the forecast of the run is their median</source>
        <translation>查看哪一个网络（每个种子一个）；该运行的预测是它们的中位数</translation>
    </message>
    <message>
        <source>Which step of the forecast is looked at</source>
        <translation>查看预测的哪一步</translation>
    </message>
</context>
<context>
    <name>foretrail::OpenedCell</name>
    <message>
        <source>%1 has no cells to look into. Choose a run of lstm or gru.</source>
        <translation>%1 没有可查看的记忆单元。请选择 lstm 或 gru 的运行。</translation>
    </message>
    <message>
        <source>The network takes other inputs than those that can be shown. Train the run again.</source>
        <translation>该网络的输入与可显示的输入不一致。请重新训练该运行。</translation>
    </message>
    <message>
        <source>Series %1 has no %2 values in a row. Fill what is missing, or choose another series.</source>
        <translation>序列 %1 没有连续 %2 个值。请填补缺失值，或选择另一条序列。</translation>
    </message>
</context>
<context>
    <name>foretrail::OutcomeJson</name>
    <message>
        <source>The stored run is incomplete: %1 is missing. Train it again.</source>
        <translation>保存的训练记录不完整：缺少 %1。请重新训练。</translation>
    </message>
</context>
<context>
    <name>foretrail::OutlierStep</name>
    <message>
        <source>There is too little spread to tell an outlier by.</source>
        <translation>离散太小，无法判断异常值。</translation>
    </message>
    <message>
        <source>Values outside %1 to %2 count as outliers.</source>
        <translation>%1 到 %2 之外的值算作异常值。</translation>
    </message>
    <message>
        <source>Values further from the median of their neighbours than %1 of its deviations count as outliers.</source>
        <translation>与邻近中位数相差超过 %1 倍偏差的值算作异常值。</translation>
    </message>
    <message>
        <source>Remainders outside %1 to %2 count as outliers.</source>
        <translation>余项在 %1 到 %2 之外的算作异常值。</translation>
    </message>
    <message>
        <source>A season of 1 step is no season. Give its length, or 0 for the usual one.</source>
        <translation>1 步不成季节。请给出长度，或填 0 用通常的长度。</translation>
    </message>
    <message>
        <source>Judge by</source>
        <translation>判断依据</translation>
    </message>
    <message>
        <source>What a value is compared with.</source>
        <translation>一个值与什么比较。</translation>
    </message>
    <message>
        <source>quartiles of all values</source>
        <translation>全部值的四分位数</translation>
    </message>
    <message>
        <source>median of the neighbours (Hampel)</source>
        <translation>邻近值的中位数（Hampel）</translation>
    </message>
    <message>
        <source>trend and season (STL)</source>
        <translation>趋势与季节（STL）</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>What is done with an outlier.</source>
        <translation>如何处理异常值。</translation>
    </message>
    <message>
        <source>only mark it</source>
        <translation>只做标记</translation>
    </message>
    <message>
        <source>move it to the limit</source>
        <translation>拉回到界限</translation>
    </message>
    <message>
        <source>replace it by the typical value</source>
        <translation>用典型值替换</translation>
    </message>
    <message>
        <source>make it missing</source>
        <translation>记为缺失</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Distance of the limits from the quartiles, in interquartile ranges.</source>
        <translation>界限到四分位数的距离，以四分位距计。</translation>
    </message>
    <message>
        <source>Deviations</source>
        <translation>偏差倍数</translation>
    </message>
    <message>
        <source>Distance of the limits from the median, in standard deviations as estimated by the median deviation.</source>
        <translation>界限到中位数的距离，以由中位偏差估计的标准差计。</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>邻近步数</translation>
    </message>
    <message>
        <source>Steps on either side that count as neighbours.</source>
        <translation>两侧各多少步算作邻近。</translation>
    </message>
    <message>
        <source>Season length</source>
        <translation>季节长度</translation>
    </message>
    <message>
        <source>Steps in a season.</source>
        <translation>一个季节的步数。</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Protect last</source>
        <translation>保护末尾</translation>
    </message>
    <message>
        <source>The last steps are never touched: what is new may be a change, not an outlier.</source>
        <translation>最后几步从不改动：新出现的可能是变化，而不是异常。</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>异常值</translation>
    </message>
    <message>
        <source>Single values far from all others pull a model aside. Limits are learnt from the training part.</source>
        <translation>远离其他值的个别值会把模型带偏。界限只从训练段学得。</translation>
    </message>
    <message>
        <source>Sales come now and then, so only how much is sold at once is judged: more than %1 counts as an outlier.</source>
        <translation>销售只是偶尔出现，因此只判断一次售出的数量：超过 %1 的算作异常值。</translation>
    </message>
    <message>
        <source>Remainders outside %1 to %2 count as outliers. At a width of %3 more than one in twenty would have been one, so it was widened to %4.</source>
        <translation>余项在 %1 到 %2 之外的算作异常值。宽度为 %3 时会有超过二十分之一被算作异常值，因此已放宽到 %4。</translation>
    </message>
</context>
<context>
    <name>foretrail::OutputFile</name>
    <message>
        <source>%1 cannot be written: %2. Choose another folder.</source>
        <translation>无法写入 %1：%2。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 was not written: %2. Nothing was left behind.</source>
        <translation>%1 未能写入：%2。没有留下任何内容。</translation>
    </message>
</context>
<context>
    <name>foretrail::OverrideDraft</name>
    <message numerus="yes">
        <source>Correct %n steps</source>
        <translation>
            <numerusform>修正 %n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>Change a reason</source>
        <translation>更改原因</translation>
    </message>
    <message>
        <source>Remove corrections</source>
        <translation>删除修正</translation>
    </message>
</context>
<context>
    <name>foretrail::OverrideStore</name>
    <message>
        <source>There is no layer %1. There are: analyst, manager.</source>
        <translation>没有层 %1。可用：analyst、manager。</translation>
    </message>
</context>
<context>
    <name>foretrail::OverridesModel</name>
    <message>
        <source>A value (120), per cent (+10 %) or so much more or less (+3, -3); empty takes it away</source>
        <translation>数值（120）、百分比（+10 %）或增减量（+3、-3）；留空则取消</translation>
    </message>
    <message>
        <source>Made on %1 of %2 by %3</source>
        <translation>%1 修正，当时为 %2（%3）</translation>
    </message>
    <message>
        <source>%1. The forecast beneath is %2 now.</source>
        <translation>%1。其下的预测现为 %2。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析师</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>经理</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>修正后</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1 (old)</source>
        <comment>+10 % (old): made on an earlier forecast</comment>
        <translation>%1（旧）</translation>
    </message>
</context>
<context>
    <name>foretrail::OverviewBar</name>
    <message>
        <source>Visible part of the time</source>
        <translation>可见时段</translation>
    </message>
    <message>
        <source>Arrow keys move it, with Shift its end, with Ctrl its beginning.</source>
        <translation>方向键移动它，按住 Shift 移动末端，按住 Ctrl 移动起点。</translation>
    </message>
    <message>
        <source>Drag the part on screen or its ends. Arrow keys move it, with Shift its end, with Ctrl its beginning.</source>
        <translation>拖动可见时段或其两端。方向键移动它，按住 Shift 移动末端，按住 Ctrl 移动起点。</translation>
    </message>
</context>
<context>
    <name>foretrail::PageHeader</name>
    <message>
        <source>Show or hide the settings at the right</source>
        <translation>显示或隐藏右侧设置</translation>
    </message>
    <message>
        <source>More of this page</source>
        <translation>本页的更多操作</translation>
    </message>
    <message>
        <source>Large type on the whole screen, for a class or a meeting (F11)</source>
        <translation>全屏大字显示，适合课堂或会议（F11）</translation>
    </message>
</context>
<context>
    <name>foretrail::PaneRoom</name>
    <message>
        <source>Show the chart again</source>
        <translation>重新显示图表</translation>
    </message>
    <message>
        <source>All the room for this tab</source>
        <translation>把空间全给此标签页</translation>
    </message>
    <message>
        <source>Show the chart again (double click on the tabs)</source>
        <translation>重新显示图表（双击标签）</translation>
    </message>
    <message>
        <source>All the room for this tab (double click on the tabs; on the handle above them: all for the chart)</source>
        <translation>把空间全给此标签页（双击标签；双击上方的分隔条则全给图表）</translation>
    </message>
</context>
<context>
    <name>foretrail::PartialEndsStep</name>
    <message numerus="yes">
        <source>%n steps at the ends are not whole and were cut off.</source>
        <translation>
            <numerusform>两端 %n 步不完整，已截去。</numerusform>
        </translation>
    </message>
    <message>
        <source>Partial ends</source>
        <translation>两端不完整</translation>
    </message>
    <message>
        <source>A log that stops at noon leaves half a day behind, which looks like a fall in sales. Such a first or last step is cut off.</source>
        <translation>日志停在中午，只留下半天，看起来像销量下跌。这样的首步或末步会被截去。</translation>
    </message>
    <message>
        <source>Least share</source>
        <translation>最低覆盖</translation>
    </message>
    <message>
        <source>Part of a step that the log must cover.</source>
        <translation>日志至少要覆盖一步的多少。</translation>
    </message>
</context>
<context>
    <name>foretrail::Paths</name>
    <message>
        <source>%1 others</source>
        <translation>其他 %1 项</translation>
    </message>
    <message>
        <source>Paths have 2 to %1 steps. Name a number in between.</source>
        <translation>路径有 2 到 %1 步。请填这个范围内的数。</translation>
    </message>
    <message>
        <source>No event names an item. Paths by kind work.</source>
        <translation>没有事件带商品。可以按类型看路径。</translation>
    </message>
    <message>
        <source>No event names a category. Paths by kind work.</source>
        <translation>没有事件带品类。可以按类型看路径。</translation>
    </message>
    <message>
        <source>Following paths</source>
        <translation>正在跟踪路径</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The log has one kind of events only. Paths by category or item say more.</source>
        <translation>日志只有一种事件。按品类或商品看路径更有信息。</translation>
    </message>
</context>
<context>
    <name>foretrail::PathsTab</name>
    <message>
        <source>Steps are &amp;named by</source>
        <translation>步骤名称取自(&amp;N)</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>category</source>
        <translation>品类</translation>
    </message>
    <message>
        <source>item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>&amp;Paths of</source>
        <translation>路径对象(&amp;P)</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>The same a&amp;gain</source>
        <translation>连续重复(&amp;G)</translation>
    </message>
    <message>
        <source>is one step</source>
        <translation>算一步</translation>
    </message>
    <message>
        <source>is a step of its own</source>
        <translation>各算一步</translation>
    </message>
    <message>
        <source>Steps s&amp;hown</source>
        <translation>显示步数(&amp;H)</translation>
    </message>
    <message>
        <source>Transitions in these steps (Enter or double click: users)</source>
        <translation>这些步骤中的转移（回车或双击：查看用户）</translation>
    </message>
    <message>
        <source>Whole paths (Enter or double click: users)</source>
        <translation>完整路径（回车或双击：查看用户）</translation>
    </message>
    <message>
        <source>Most frequent transitions</source>
        <translation>最常见的转移</translation>
    </message>
    <message>
        <source>Most frequent paths</source>
        <translation>最常见的路径</translation>
    </message>
    <message>
        <source>Following paths</source>
        <translation>正在跟踪路径</translation>
    </message>
    <message>
        <source>No paths: nobody did anything that has a name.</source>
        <translation>没有路径：没有带名称的事件。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>% of those</source>
        <translation>占比 (%)</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>% of all</source>
        <translation>占全部 (%)</translation>
    </message>
    <message>
        <source>Users: %1</source>
        <translation>用户：%1</translation>
    </message>
    <message numerus="yes">
        <source>Most frequent path: %1 (%2 % of %Ln user(s)).</source>
        <translation>
            <numerusform>最常见路径：%1（占 %Ln 位用户的 %2 %）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Most frequent path: %1 (%2 % of %Ln session(s)).</source>
        <translation>
            <numerusform>最常见路径：%1（占 %Ln 次会话的 %2 %）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Periods</name>
    <message>
        <source>The log has no clock, only an order, so nobody can be followed from period to period. Funnel (without a time window) and paths work.</source>
        <translation>日志没有时间，只有先后顺序，无法逐周期跟踪用户。漏斗（不限时间窗口）和路径仍可使用。</translation>
    </message>
    <message>
        <source>Periods are days, weeks or months. Choose one of them.</source>
        <translation>周期可以是日、周或月。请选择其一。</translation>
    </message>
    <message>
        <source>The workspace has no events of users. Import a log with a user column first.</source>
        <translation>工作区中没有用户事件。请先导入带用户列的日志。</translation>
    </message>
    <message>
        <source>From %1 to %2 there are %3 periods, more than %4. Choose longer ones, or correct the clock of the log.</source>
        <translation>从 %1 到 %2 共有 %3 个周期，超过 %4 个。请选择更长的周期，或更正日志中的时间。</translation>
    </message>
    <message>
        <source>The last period, from %1 on, is not over: it is marked and counts in no average.</source>
        <translation>最后一个周期（从 %1 起）尚未结束：已作标记，不计入平均。</translation>
    </message>
    <message>
        <source>No kind of events means a purchase. Say on the page Data which one does, or count any event.</source>
        <translation>没有哪种事件表示购买。请在“数据”页指定，或改为统计任意事件。</translation>
    </message>
    <message>
        <source>Following users</source>
        <translation>正在跟踪用户</translation>
    </message>
</context>
<context>
    <name>foretrail::PictureField</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>PNG, JPEG or SVG</source>
        <translation>PNG、JPEG 或 SVG</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>徽标</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.svg)</translation>
    </message>
</context>
<context>
    <name>foretrail::PlanCheck</name>
    <message>
        <source>%1 and %2 cannot both be the %3 of a row. Choose one of them.</source>
        <translation>%1 和 %2 不能同时作为一行的 %3。请只选一个。</translation>
    </message>
    <message>
        <source>No column says when. Choose the one that holds the time.</source>
        <translation>没有表示时间的列。请选择存放时间的列。</translation>
    </message>
    <message>
        <source>How the dates in %1 are written is not known. Choose a date format.</source>
        <translation>无法识别 %1 中日期的写法。请选择日期格式。</translation>
    </message>
    <message>
        <source>Sales need a column that holds the quantity or the amount. Choose one, or import the rows as events.</source>
        <translation>销售数据需要存放数量或金额的列。请选择一列，或按事件导入。</translation>
    </message>
    <message>
        <source>Events need a column that names the user, the item, the kind or the session. Choose one.</source>
        <translation>事件数据需要指明用户、商品、类型或会话的列。请选择一列。</translation>
    </message>
    <message>
        <source>At most %1 columns can be attributes. Leave out those that you do not need.</source>
        <translation>最多 %1 列可作为属性。请略去不需要的列。</translation>
    </message>
    <message>
        <source>No column holds values. Choose the one that holds those of the series.</source>
        <translation>没有存放数值的列。请选择存放序列值的列。</translation>
    </message>
    <message>
        <source>The dates of the columns are not one hour, day, week, month, quarter or year apart. Choose a step.</source>
        <translation>各列的日期间隔不是一小时、日、周、月、季或年。请选择时间粒度。</translation>
    </message>
    <message>
        <source>The dates are not one hour, day, week, month, quarter or year apart. Choose a step.</source>
        <translation>日期间隔不是一小时、日、周、月、季或年。请选择时间粒度。</translation>
    </message>
    <message>
        <source>A start needs a step, and a step needs a start. Give both, or neither for a plain index.</source>
        <translation>起始时间与时间粒度须同时给出；若都不给，则按普通序号导入。</translation>
    </message>
    <message>
        <source>No column tells rows apart. Choose the key columns, or compare whole rows.</source>
        <translation>没有可区分各行的列。请选择键列，或按整行比较。</translation>
    </message>
    <message>
        <source>A table of attributes has one column that names what it describes: the user, item, category, session or series. Choose one.</source>
        <translation>属性表须有一列指明所描述的对象：用户、商品、类目、会话或序列。请选择一列。</translation>
    </message>
    <message>
        <source>No column holds attributes. Choose those that are to be kept.</source>
        <translation>没有存放属性的列。请选择要保留的列。</translation>
    </message>
    <message>
        <source>Two attributes are called %1. Give one of them another name.</source>
        <translation>有两个属性都叫 %1。请为其中一个另取名称。</translation>
    </message>
    <message>
        <source>%1 holds times of day, and no column holds their dates. Choose the one that does as the time.</source>
        <translation>%1 是时刻，但没有列提供日期。请把日期所在的列选为时间。</translation>
    </message>
    <message>
        <source>%1 holds times of day, and %2 holds no dates. Choose a date format, or leave %1 out.</source>
        <translation>%1 是时刻，但 %2 不是日期。请选择日期格式，或不导入 %1。</translation>
    </message>
    <message>
        <source>No column holds numbers, which the values of a wide table are. Choose the columns of the values, or the layout of one row a value.</source>
        <translation>没有数字列，而宽表的值必须是数字。请选择值所在的列，或选择每行一个值的布局。</translation>
    </message>
</context>
<context>
    <name>foretrail::PlanGuess</name>
    <message>
        <source>column %1</source>
        <translation>列 %1</translation>
    </message>
</context>
<context>
    <name>foretrail::PooledForecaster</name>
    <message>
        <source>The stored weights do not fit their shape.</source>
        <translation>存储的权重与其形状不符。</translation>
    </message>
    <message numerus="yes">
        <source>Learnt from %1 windows of %2 values in %n series.</source>
        <translation>
            <numerusform>从 %n 个序列的 %1 个窗口（每个 %2 个值）中学到。</numerusform>
        </translation>
    </message>
    <message>
        <source>One step ahead, again and again.</source>
        <translation>每次向前一步，反复进行。</translation>
    </message>
</context>
<context>
    <name>foretrail::Preparation</name>
    <message>
        <source>Series %1 has no value.</source>
        <translation>序列 %1 没有任何值。</translation>
    </message>
</context>
<context>
    <name>foretrail::PreparationChart</name>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>已填补</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>已剔除</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>之后：%1</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
</context>
<context>
    <name>foretrail::PreparePage</name>
    <message>
        <source>Use for training</source>
        <translation>用于训练</translation>
    </message>
    <message>
        <source>The next trainings prepare their series by this recipe</source>
        <translation>接下来的训练将按此配方准备序列</translation>
    </message>
    <message>
        <source>No data yet. Import a log or a table of series.</source>
        <translation>还没有数据。请导入日志或序列表。</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开工作区。</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Go to Start</source>
        <translation>前往“开始”</translation>
    </message>
    <message>
        <source>Nothing answers this question. Choose another measure.</source>
        <translation>没有数据能回答这个问题。请选择其他指标。</translation>
    </message>
    <message>
        <source>No series is prepared.</source>
        <translation>尚未准备任何序列。</translation>
    </message>
    <message>
        <source>Mend the marked steps first.</source>
        <translation>请先修正有标记的步骤。</translation>
    </message>
    <message numerus="yes">
        <source>%n problems: see the marked steps.</source>
        <translation>
            <numerusform>%n 个问题：请看有标记的步骤。</numerusform>
        </translation>
    </message>
    <message>
        <source>A recipe says how a series becomes what a model sees.</source>
        <translation>配方说明序列如何变成模型看到的样子。</translation>
    </message>
    <message>
        <source>Trains on %1 observations, validates on %2, tests on %3.</source>
        <translation>用 %1 个观测训练，%2 个验证，%3 个测试。</translation>
    </message>
    <message numerus="yes">
        <source>%n steps, in this order.</source>
        <translation>
            <numerusform>%n 个步骤，按此顺序。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for a recipe</source>
        <translation>正在寻找配方</translation>
    </message>
    <message>
        <source>Suggest steps</source>
        <translation>推荐步骤</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Dates from a file</source>
        <translation>从文件导入日期</translation>
    </message>
    <message>
        <source>Tables and calendars (*.csv *.txt *.ics)</source>
        <translation>表格和日历 (*.csv *.txt *.ics)</translation>
    </message>
    <message>
        <source>Reading dates</source>
        <translation>正在读取日期</translation>
    </message>
    <message>
        <source>Reading series</source>
        <translation>读取序列</translation>
    </message>
</context>
<context>
    <name>foretrail::PreparedTable</name>
    <message>
        <source>There is no series to prepare. Import data first.</source>
        <translation>没有可准备的序列，请先导入数据。</translation>
    </message>
</context>
<context>
    <name>foretrail::PreparedView</name>
    <message>
        <source>The series as it is in the data.</source>
        <translation>数据中的原始序列。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>counts</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>counts, finding</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Prepared value</source>
        <translation>准备后的值</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>Revenue (GBP)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Exporting a chart</source>
        <translation>正在导出图表</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>频谱</translation>
    </message>
    <message>
        <source>Decomposition</source>
        <translation>分解</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Seasons</source>
        <translation>季节图</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>This step does not run. The series as the steps before it made it.</source>
        <translation>此步骤未运行。显示前面各步骤处理后的序列。</translation>
    </message>
    <message>
        <source>This step makes nothing of this series: see its settings.</source>
        <translation>此步骤对该序列没有产生任何结果：请查看其设置。</translation>
    </message>
</context>
<context>
    <name>foretrail::Presets</name>
    <message>
        <source>Article</source>
        <translation>文章做法</translation>
    </message>
    <message>
        <source>Clean, align, scale to 0 and 1, windows of 30: what the article on LSTM forecasts does.</source>
        <translation>清洗、对齐、缩放到 0 和 1、30 步窗口：关于 LSTM 预测的那篇文章的做法。</translation>
    </message>
    <message>
        <source>Retail, daily</source>
        <translation>零售（日）</translation>
    </message>
    <message>
        <source>Sales by day: closed weekdays left out, stock-outs and outliers mended, logarithm, calendar and lags.</source>
        <translation>按天的销售：去掉休业日，修补缺货与异常值，取对数，加日历与滞后。</translation>
    </message>
    <message>
        <source>Retail, weekly</source>
        <translation>零售（周）</translation>
    </message>
    <message>
        <source>Sales by week: the rhythm of the week is gone, the year stays as smooth waves.</source>
        <translation>按周的销售：周内节奏已消失，年度季节以平滑波保留。</translation>
    </message>
    <message>
        <source>Hourly</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Traffic by hour: the seasons of day and week are taken out and put back onto the forecast.</source>
        <translation>按小时的流量：去除日和周的季节，预测时再加回。</translation>
    </message>
    <message>
        <source>Intermittent</source>
        <translation>间歇需求</translation>
    </message>
    <message>
        <source>Items that sell now and then: zeros stay zeros, and each window is scaled by its own mean.</source>
        <translation>偶尔售出的商品：零保持为零，每个窗口按自身均值缩放。</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Only gaps are filled, with a line between their neighbours.</source>
        <translation>只用相邻值之间的直线补上空缺。</translation>
    </message>
</context>
<context>
    <name>foretrail::PreviewModel</name>
    <message>
        <source>%1, problem: %2</source>
        <translation>%1，问题：%2</translation>
    </message>
</context>
<context>
    <name>foretrail::ProductRuleDialog</name>
    <message>
        <source>Reading the rule of non-products</source>
        <translation>正在读取非商品规则</translation>
    </message>
    <message>
        <source>Counting non-products</source>
        <translation>正在统计非商品</translation>
    </message>
    <message>
        <source>No items are known yet: the rule is used from the next import on.</source>
        <translation>还没有已知商品：该规则从下次导入起生效。</translation>
    </message>
    <message>
        <source>Flags %1 of %2 known items</source>
        <translation>标记 %1 种商品（已知共 %2 种）</translation>
    </message>
    <message>
        <source>: %1</source>
        <comment>names</comment>
        <translation>：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Flagging non-products</source>
        <translation>正在标记非商品</translation>
    </message>
    <message>
        <source>%1 items are no products now.</source>
        <translation>现有 %1 种商品为非商品。</translation>
    </message>
    <message>
        <source>Codes that are no products</source>
        <translation>非商品代码</translation>
    </message>
    <message>
        <source>One code a line. * stands for any letters, ? for one; a line that begins with ! makes an exception. Rows of these codes are kept and flagged, or left out where an import says so.</source>
        <translation>每行一个代码。* 代表任意多个字符，? 代表一个字符；以 ! 开头的行表示例外。这些代码的行会保留并加标记；若导入设置要求，则略去。</translation>
    </message>
    <message>
        <source>&amp;Undo changes</source>
        <translation>撤销更改(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>恢复默认(&amp;D)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
</context>
<context>
    <name>foretrail::ProfileLoader</name>
    <message>
        <source>Reading user %1</source>
        <translation>正在读取用户 %1</translation>
    </message>
    <message>
        <source>Reading a user</source>
        <translation>读取用户</translation>
    </message>
    <message>
        <source>Looking for similar users</source>
        <translation>查找相似用户</translation>
    </message>
    <message>
        <source>The model learns what comes next. That is done once for these data.</source>
        <translation>模型正在学习接下来是什么。对这些数据只需学习一次。</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>接下来是什么</translation>
    </message>
</context>
<context>
    <name>foretrail::ProfileSessions</name>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
</context>
<context>
    <name>foretrail::ProfileTables</name>
    <message>
        <source>Events</source>
        <translation>行为事件</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>金额</translation>
    </message>
</context>
<context>
    <name>foretrail::ProfileView</name>
    <message>
        <source>Activity of %1</source>
        <translation>%1 的活动</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件数</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>last</source>
        <translation>末次</translation>
    </message>
    <message>
        <source>Top items</source>
        <translation>主要商品</translation>
    </message>
    <message>
        <source>Top categories</source>
        <translation>主要类别</translation>
    </message>
    <message>
        <source>first seen %1, last seen %2</source>
        <translation>首次出现 %1，最近出现 %2</translation>
    </message>
    <message>
        <source>Recency</source>
        <translation>最近购买</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>单</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>%1 net</source>
        <translation>%1 净额</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>per order</source>
        <translation>每单</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>per week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>per day</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation>%1事件数</translation>
    </message>
    <message>
        <source>Events %1 and forecast (%2)</source>
        <translation>%1事件数与预测（%2）</translation>
    </message>
    <message>
        <source>Too few events for a curve.</source>
        <translation>事件太少，无法绘制曲线。</translation>
    </message>
    <message>
        <source>P(active) of %1</source>
        <translation>%1 的 P(活跃)</translation>
    </message>
    <message>
        <source>P(active), %</source>
        <translation>P(活跃)，%</translation>
    </message>
    <message>
        <source>P(active)</source>
        <translation>P(活跃)</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Spend of %1</source>
        <translation>%1 的消费</translation>
    </message>
    <message>
        <source>Net amount</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Net amount (%1)</source>
        <translation>净额（%1）</translation>
    </message>
    <message>
        <source>State and scores</source>
        <translation>状态与评分</translation>
    </message>
    <message>
        <source>RFM %1 %2 %3: %4.</source>
        <translation>RFM %1 %2 %3：%4。</translation>
    </message>
    <message>
        <source>Looks like a robot: no person makes so many events in a minute or through the day.</source>
        <translation>疑似机器人：没有人会在一分钟或一天内产生如此多的事件。</translation>
    </message>
    <message>
        <source>Events by weekday and hour</source>
        <translation>按星期和小时的事件</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>When this user comes</source>
        <translation>到访时段</translation>
    </message>
    <message>
        <source>Spend %1</source>
        <translation>消费（%1）</translation>
    </message>
    <message>
        <source>Spend %1 and forecast (%2)</source>
        <translation>消费（%1）与预测（%2）</translation>
    </message>
    <message>
        <source>Similar users (Enter or double-click goes there)</source>
        <translation>相似用户（回车或双击前往）</translation>
    </message>
    <message>
        <source>Similar users</source>
        <translation>相似用户</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>How far in the 30 days to %1</source>
        <translation>截至 %1 的 30 天内走到哪一步</translation>
    </message>
    <message>
        <source>How far of late</source>
        <translation>近期走到哪一步</translation>
    </message>
    <message>
        <source>if no purchase</source>
        <translation>若不购买</translation>
    </message>
    <message>
        <source>since the last purchase</source>
        <translation>自上次购买</translation>
    </message>
    <message>
        <source>since the last event</source>
        <translation>自上次事件</translation>
    </message>
    <message>
        <source>%1, usually %2 d</source>
        <translation>%1，通常 %2 天</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) (Enter or double-click shows what comes next in it)</source>
        <translation>
            <numerusform>%n 次会话（回车或双击查看其后续）</numerusform>
        </translation>
    </message>
    <message>
        <source>no sales with prices</source>
        <translation>没有带价格的销售</translation>
    </message>
    <message>
        <source>the latest: %1</source>
        <comment>events</comment>
        <translation>最近的：%1</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>用户画像</translation>
    </message>
</context>
<context>
    <name>foretrail::Provenance</name>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>Foretrail %1</source>
        <translation>Foretrail %1</translation>
    </message>
    <message>
        <source>data %1</source>
        <translation>数据 %1</translation>
    </message>
    <message>
        <source>users of segment %1</source>
        <translation>分群 %1 的用户</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <comment>name of a run, number</comment>
        <translation>%1，第 %2 版</translation>
    </message>
</context>
<context>
    <name>foretrail::PurchaseReader</name>
    <message>
        <source>The events have no time, only an order: nobody can tell from them how long a user has been silent. Import a log with times.</source>
        <translation>这些事件没有时间，只有先后顺序：无法从中得知用户沉默了多久。请导入带时间的日志。</translation>
    </message>
    <message>
        <source>The workspace holds no events. Import a log that says who bought and when.</source>
        <translation>工作区中没有事件。请导入写明谁在何时购买的日志。</translation>
    </message>
    <message>
        <source>Reading purchases</source>
        <translation>正在读取购买记录</translation>
    </message>
    <message>
        <source>The calibration end %1 lies outside of the data: purchases begin on %2, the data ends on %3.</source>
        <translation>校准截止日 %1 在数据之外：购买始于 %2，数据止于 %3。</translation>
    </message>
    <message>
        <source>The purchases of this log name no users, so that nobody&apos;s return can be followed. Import them with the column that says who bought.</source>
        <translation>此日志中的购买没有用户，因此无法跟踪任何人的回购。请连同买家列一起导入。</translation>
    </message>
    <message>
        <source>No event of this log is a purchase. Say on the page Data which kind means one, or import sales that say who bought. States by visits, segments, funnel, retention and paths work without.</source>
        <translation>此日志中没有购买事件。请在“数据”页指明哪种事件表示购买，或导入含买家的销售数据。按访问的状态、分群、漏斗、留存和路径无需购买也可使用。</translation>
    </message>
</context>
<context>
    <name>foretrail::Quality</name>
    <message>
        <source>Looking at rows</source>
        <translation>正在检查数据行</translation>
    </message>
    <message>
        <source>Mondays</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesdays</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesdays</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursdays</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Fridays</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturdays</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sundays</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>Hardly any rows on %1: on %2 of %3.</source>
        <translation>%1几乎没有数据行：%3 天中只有 %2 天有。</translation>
    </message>
    <message>
        <source>No sales on %1: the shop seems to be closed then.</source>
        <translation>%1没有销售：商店当天似乎不营业。</translation>
    </message>
    <message>
        <source>No events on %1.</source>
        <translation>%1没有事件。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 处</translation>
    </message>
    <message>
        <source>%1 of %2 trading days have no row: %3.</source>
        <translation>%2 个营业日中有 %1 个没有数据行：%3。</translation>
    </message>
    <message>
        <source>The rows lie within %1 of the 14 days that a weekly pattern needs.</source>
        <translation>数据行只跨 %1 天，识别每周规律需要 14 天。</translation>
    </message>
    <message>
        <source>%1 of %2 rows have a negative quantity, and %3 more a negative amount.</source>
        <translation>%2 行中有 %1 行数量为负，另有 %3 行金额为负。</translation>
    </message>
    <message>
        <source>%1 of %2 rows with a price have one of zero or less.</source>
        <translation>%2 行有单价的数据中，%1 行单价为零或负。</translation>
    </message>
    <message>
        <source>%1 of %2 rows are of items that are no products; their amounts sum to %3.</source>
        <translation>%2 行中有 %1 行属于非商品，金额合计 %3。</translation>
    </message>
    <message>
        <source>%1 of %2 rows (%3) name no user.</source>
        <translation>%2 行中有 %1 行（%3）没有用户。</translation>
    </message>
    <message>
        <source>%1 of %2 rows are of days that had not come when they were imported.</source>
        <translation>%2 行中有 %1 行的日期晚于导入之日。</translation>
    </message>
    <message>
        <source>%1 of %2 rows lie apart from the others in time, which are from %3 to %4.</source>
        <translation>%2 行中有 %1 行在时间上远离其余各行；其余各行在 %3 至 %4 之间。</translation>
    </message>
    <message>
        <source>%1 of %2 returns have no sale that they reverse.</source>
        <translation>%2 笔退货中有 %1 笔找不到所冲销的销售。</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Fill the missing values, or leave the series out.</source>
        <translation>请补齐缺失值，或略去该序列。</translation>
    </message>
    <message>
        <source>Check whether the shop was closed. If so, fill the missing days; if rows are missing, import them.</source>
        <translation>请核对商店当时是否停业。若是，请补齐缺失的日子；若缺少数据行，请导入。</translation>
    </message>
    <message>
        <source>Put the values on a longer step, or fill the missing ones.</source>
        <translation>请改用更长的时间粒度，或补齐缺失值。</translation>
    </message>
    <message>
        <source>Nothing need be done: each row is stored once. Choose another duplicate key where they are no duplicates.</source>
        <translation>无需处理：每行只入库一次。若并非重复，请更换去重键。</translation>
    </message>
    <message>
        <source>The first value was kept. Import the file again and choose to replace, if the later one is right.</source>
        <translation>保留了先入库的值。如果后来的值正确，请重新导入文件并选择替换。</translation>
    </message>
    <message>
        <source>Returns count against sales. Take them out, or set negative values to zero, where a model needs demand.</source>
        <translation>退货会冲减销售。若模型需要的是需求量，请剔除退货，或把负值设为零。</translation>
    </message>
    <message>
        <source>Leave these rows out where they are gifts, samples or write-offs.</source>
        <translation>若为赠品、样品或报损，请略去这些行。</translation>
    </message>
    <message>
        <source>These rows count in sales and not in anything about customers. Check the column of users where it should be full.</source>
        <translation>这些行计入销售，但不计入任何顾客分析。若用户列本应完整，请检查该列。</translation>
    </message>
    <message>
        <source>Look at them one by one; limit those that will not come again.</source>
        <translation>请逐一查看；对不会再出现的值加以限制。</translation>
    </message>
    <message>
        <source>There is nothing to learn from them: leave them out.</source>
        <translation>其中没有可学习的内容：请略去。</translation>
    </message>
    <message>
        <source>Cut the beginning off where all must be of one length; zeros before the start are no sales lost.</source>
        <translation>若须等长，请截去开头；起点之前的零不代表销售流失。</translation>
    </message>
    <message>
        <source>Leave out what is sold no longer, or cut the end off.</source>
        <translation>请略去已停售的商品，或截去结尾。</translation>
    </message>
    <message>
        <source>Leave them out, or forecast them together with others.</source>
        <translation>请略去，或与其他商品或序列合并预测。</translation>
    </message>
    <message>
        <source>Leave these users out, or they will pass for the best customers.</source>
        <translation>请略去这些用户，否则会被当作最优质的顾客。</translation>
    </message>
    <message>
        <source>Leave postage and fees out of the forecasts of items. The rule of what is no product can be changed.</source>
        <translation>预测商品时请略去邮费和手续费。非商品规则可以更改。</translation>
    </message>
    <message>
        <source>Their sale lies before the data, or they are write-offs. Take them out where a model needs demand.</source>
        <translation>对应的销售早于数据起点，或属于报损。若模型需要的是需求量，请剔除。</translation>
    </message>
    <message>
        <source>Correct the rows in the table of rejects and feed them again.</source>
        <translation>请在被拒绝行的表格中更正，然后重新读入。</translation>
    </message>
    <message>
        <source>Check the date format and the year; cut these rows off where they are wrong.</source>
        <translation>请检查日期格式和年份；如有误，请截去这些行。</translation>
    </message>
    <message>
        <source>Check the time zone of the source: no clock there showed these times.</source>
        <translation>请检查来源的时区：当地时钟从未显示过这些时刻。</translation>
    </message>
    <message>
        <source>They were read as the first of two possible times. Import in UTC to be exact.</source>
        <translation>这些时刻有两种可能，已按前一个读取。若要精确，请用 UTC 导入。</translation>
    </message>
    <message>
        <source>The code stands in for the name. Import a list of items with their names.</source>
        <translation>目前以代码代替名称。请导入含名称的商品清单。</translation>
    </message>
    <message>
        <source>There is no kind of finding &quot;%1&quot;. There are: %2.</source>
        <translation>没有“%1”这类检查结果。现有：%2。</translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation>不到 1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Item %1: a quantity of %2 where about %3 is usual.</source>
        <translation>商品 %1：数量为 %2，通常约为 %3。</translation>
    </message>
    <message>
        <source>Item %1: a price of %2 where about %3 is usual.</source>
        <translation>商品 %1：单价为 %2，通常约为 %3。</translation>
    </message>
    <message>
        <source>Item %1 begins on %2.</source>
        <translation>商品 %1 从 %2 开始。</translation>
    </message>
    <message>
        <source>Item %1 ends on %2.</source>
        <translation>商品 %1 到 %2 结束。</translation>
    </message>
    <message>
        <source>Item %1 has amounts of zero only.</source>
        <translation>商品 %1 的金额全为零。</translation>
    </message>
    <message>
        <source>Item %1 is no product.</source>
        <translation>商品 %1 是非商品。</translation>
    </message>
    <message>
        <source>%1 of %2 items</source>
        <translation>%1 种商品（共 %2 种）</translation>
    </message>
    <message>
        <source>%1 have %2 rows or more and begin more than %3 days after the data.</source>
        <translation>%1有不少于 %2 行数据，开始时间比整体数据晚 %3 天以上。</translation>
    </message>
    <message>
        <source>%1 have %2 rows or more and end more than %3 days before the data.</source>
        <translation>%1有不少于 %2 行数据，结束时间比整体数据早 %3 天以上。</translation>
    </message>
    <message>
        <source>%1 have fewer than %2 rows.</source>
        <translation>%1的数据不足 %2 行。</translation>
    </message>
    <message>
        <source>%1 have amounts of zero only.</source>
        <translation>%1的金额全为零。</translation>
    </message>
    <message>
        <source>%1 of %2 rows, of %3 of %4 items, have a quantity or a price far from what is usual for the item.</source>
        <translation>%2 行中有 %1 行的数量或单价远离该商品的通常水平，涉及 %3 种商品（共 %4 种）。</translation>
    </message>
    <message>
        <source>Item %1: an order of %2 pieces on %3 was cancelled within %4 min.</source>
        <translation>商品 %1：%3 一笔 %2 件的订单在 %4 分钟内取消。</translation>
    </message>
    <message>
        <source>%1 of %2 items have no name.</source>
        <translation>%2 种商品中有 %1 种没有名称。</translation>
    </message>
    <message>
        <source>User %1 was there at %2 different moments of one minute.</source>
        <translation>用户 %1 在一分钟内有 %2 个不同的活动时刻。</translation>
    </message>
    <message>
        <source>User %1 was there in %2 hours of one day.</source>
        <translation>用户 %1 在一天中有 %2 个小时在活动。</translation>
    </message>
    <message>
        <source>%1 of %2 rows could not be read and are kept aside.</source>
        <translation>%2 行中有 %1 行无法读取，已另行保留。</translation>
    </message>
    <message>
        <source>%1 of %2 users act faster or longer than people do; they have %3 rows.</source>
        <translation>%2 位用户中有 %1 位的操作速度或时长超出常人，共涉及 %3 行。</translation>
    </message>
    <message>
        <source>%1 of %2 rows were there already and are stored once.</source>
        <translation>%2 行中有 %1 行此前已存在，只入库一次。</translation>
    </message>
    <message>
        <source>%1 of %2 values differ from the one that was there for their series and time.</source>
        <translation>%2 个值中有 %1 个与同一序列、同一时间的已存数值不同。</translation>
    </message>
    <message>
        <source>%1 of %2 rows are at times that no clock showed: clocks went forward then.</source>
        <translation>%2 行中有 %1 行的时刻不存在：当时时钟拨快。</translation>
    </message>
    <message>
        <source>%1 of %2 rows are at times that clocks showed twice, when they went back.</source>
        <translation>%2 行中有 %1 行的时刻出现过两次：当时时钟拨回。</translation>
    </message>
    <message>
        <source>There is no import %1. The imports of a workspace are numbered from 1.</source>
        <translation>没有导入记录 %1。工作区的导入记录从 1 开始编号。</translation>
    </message>
    <message>
        <source>Looking at series</source>
        <translation>正在检查序列</translation>
    </message>
    <message>
        <source>%1 of %2 series</source>
        <translation>%1 个序列（共 %2 个）</translation>
    </message>
    <message>
        <source>%1 of %2 steps are missing, in %3.</source>
        <translation>%2 步中缺失 %1 步，涉及 %3。</translation>
    </message>
    <message>
        <source>%1 do not keep their step.</source>
        <translation>%1的时间间隔与其粒度不符。</translation>
    </message>
    <message>
        <source>%1 of %2 values are below zero, in %3.</source>
        <translation>%2 个值中有 %1 个小于零，涉及 %3。</translation>
    </message>
    <message>
        <source>%1 of %2 values, in %3, are far from what is usual there.</source>
        <translation>%2 个值中有 %1 个远离所在序列的通常水平，涉及 %3。</translation>
    </message>
    <message>
        <source>%1 have the same value throughout.</source>
        <translation>%1的值始终不变。</translation>
    </message>
    <message>
        <source>%1 are zero throughout.</source>
        <translation>%1的值始终为零。</translation>
    </message>
    <message>
        <source>%1 start later than the first.</source>
        <translation>%1的起点晚于最早的序列。</translation>
    </message>
    <message>
        <source>%1 end earlier than the last.</source>
        <translation>%1的终点早于最晚的序列。</translation>
    </message>
    <message>
        <source>%1 have too few values for a forecast: less than two seasons, or than ten values.</source>
        <translation>%1的值太少，不足以预测：不到两个季节周期，或不到十个值。</translation>
    </message>
    <message>
        <source>%1 of %2 values, in %3, are of days that had not come when they were imported.</source>
        <translation>%2 个值中有 %1 个的日期在导入时尚未到来，涉及 %3。</translation>
    </message>
    <message>
        <source>Series %1: %2 of %3 values are far from %4, the usual one.</source>
        <translation>序列 %1：%3 个值中有 %2 个远离通常值 %4。</translation>
    </message>
    <message>
        <source>Series %1: a value of %2 where about %3 is usual.</source>
        <translation>序列 %1：有一个值为 %2，通常约为 %3。</translation>
    </message>
    <message>
        <source>Series %1 lacks %2 of its %3 steps.</source>
        <translation>序列 %1 的 %3 步中缺失 %2 步。</translation>
    </message>
    <message>
        <source>Series %1: the commonest distance of its values is %2 steps, at %3 of %4.</source>
        <translation>序列 %1：相邻值最常见的间隔为 %2 步，%4 个间隔中有 %3 个如此。</translation>
    </message>
    <message>
        <source>Series %1: %2 of %3 values are below zero.</source>
        <translation>序列 %1：%3 个值中有 %2 个小于零。</translation>
    </message>
    <message>
        <source>Series %1 is %2 throughout.</source>
        <translation>序列 %1 的值始终为 %2。</translation>
    </message>
    <message>
        <source>Series %1 is zero throughout.</source>
        <translation>序列 %1 的值始终为零。</translation>
    </message>
    <message>
        <source>Series %1 starts at %2.</source>
        <translation>序列 %1 始于 %2。</translation>
    </message>
    <message>
        <source>Series %1 ends at %2.</source>
        <translation>序列 %1 止于 %2。</translation>
    </message>
    <message>
        <source>Series %1 has %2 of at least %3 values.</source>
        <translation>序列 %1 只有 %2 个值，至少需要 %3 个。</translation>
    </message>
    <message>
        <source>Series %1: %2 of %3 values are of days that had not come.</source>
        <translation>序列 %1：%3 个值中有 %2 个的日期尚未到来。</translation>
    </message>
    <message>
        <source>series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>from</source>
        <translation>起</translation>
    </message>
    <message>
        <source>to</source>
        <translation>止</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>step</source>
        <translation>时间粒度</translation>
    </message>
    <message>
        <source>first</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>last</source>
        <translation>末次</translation>
    </message>
    <message>
        <source>values</source>
        <translation>值的个数</translation>
    </message>
    <message>
        <source>missing steps</source>
        <translation>缺失步数</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>most moments in a minute</source>
        <translation>一分钟内最多时刻数</translation>
    </message>
    <message>
        <source>most hours in a day</source>
        <translation>一天内最多小时数</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>foretrail::QualityView</name>
    <message>
        <source>Rows: %1</source>
        <translation>行数：%1</translation>
    </message>
    <message>
        <source>Looking through %1</source>
        <translation>正在检查 %1</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>检查已停止。</translation>
    </message>
    <message>
        <source>Looking through the rows.</source>
        <translation>正在检查各行数据。</translation>
    </message>
    <message>
        <source>This import is taken back: none of its rows count.</source>
        <translation>此次导入已撤销，其各行均不计入。</translation>
    </message>
    <message>
        <source>Nothing odd was found. Every row looks as it should.</source>
        <translation>没有发现异常。各行数据看起来都正常。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>dates</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Reading rows</source>
        <translation>正在读取行</translation>
    </message>
    <message>
        <source>%1 Mended by the preparation step %2.</source>
        <translation>%1可用预处理步骤“%2”修正。</translation>
    </message>
    <message>
        <source>Show in Customers</source>
        <translation>在“顾客”页查看</translation>
    </message>
    <message>
        <source>Show in Forecast</source>
        <translation>在“预测”页查看</translation>
    </message>
    <message>
        <source>Export findings</source>
        <translation>导出检查结果</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Exporting findings</source>
        <translation>正在导出检查结果</translation>
    </message>
    <message>
        <source>This import</source>
        <translation>此次导入</translation>
    </message>
    <message>
        <source>Whole workspace</source>
        <translation>整个工作区</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>All findings as a table</source>
        <translation>把全部检查结果导出为表格</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Rows of the finding</source>
        <translation>该检查结果涉及的行</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Adds the step %1 to the recipe and shows what it does</source>
        <translation>把步骤“%1”加入配方并显示其作用</translation>
    </message>
    <message>
        <source>Rows: %1, too many to be sorted or filtered here</source>
        <translation>行数：%1，过多，无法在此排序或筛选</translation>
    </message>
</context>
<context>
    <name>foretrail::Questions</name>
    <message>
        <source>&quot;%1&quot; is not a measure. Use revenue, quantity, orders, events, users or value.</source>
        <translation>“%1”不是指标。请用 revenue、quantity、orders、events、users 或 value。</translation>
    </message>
    <message>
        <source>Rows cannot be grouped by &quot;%1&quot;. Use total, item, category, kind, series or attr:NAME.</source>
        <translation>无法按“%1”分组。请用 total、item、category、kind、series 或 attr:NAME。</translation>
    </message>
    <message>
        <source>This source of data does not tell when each user bought.</source>
        <translation>此数据来源没有提供每位用户的购买时间。</translation>
    </message>
    <message>
        <source>This source of data cannot say what shoppers did with items.</source>
        <translation>此数据源无法给出顾客对商品的操作。</translation>
    </message>
    <message>
        <source>This source of data knows no sessions.</source>
        <translation>此数据源没有会话。</translation>
    </message>
    <message>
        <source>This source of data does not count what users did with an item.</source>
        <translation>此数据源不统计用户对商品的行为。</translation>
    </message>
    <message>
        <source>This source of data cannot say what each user did.</source>
        <translation>该数据源无法提供每位用户的行为。</translation>
    </message>
    <message>
        <source>This source of data cannot be searched by keys.</source>
        <translation>此数据源不能按键搜索。</translation>
    </message>
</context>
<context>
    <name>foretrail::QueuePanel</name>
    <message>
        <source>Waiting: %1</source>
        <comment>number of trainings</comment>
        <translation>等待中：%1</translation>
    </message>
    <message>
        <source>%1 cores; trainings at a time: %2, threads of each: at most %3. The numbers do not depend on it.</source>
        <translation>%1 个核心；同时训练 %2 个，每个最多 %3 个线程。结果数值与此无关。</translation>
    </message>
    <message>
        <source>Too few cores for %1 at a time.</source>
        <translation>核心太少，无法同时训练 %1 个。</translation>
    </message>
    <message>
        <source>Trainings at a &amp;time</source>
        <translation>同时训练数(&amp;T)</translation>
    </message>
    <message>
        <source>Leave a core free</source>
        <translation>空出一个核心</translation>
    </message>
    <message>
        <source>Trainings that wait</source>
        <translation>等待中的训练</translation>
    </message>
    <message>
        <source>Drag a training, or press Alt+Up or Alt+Down, to change when it runs; Delete takes it out</source>
        <translation>拖动训练，或按 Alt+↑、Alt+↓ 改变先后；按 Delete 移出队列</translation>
    </message>
    <message>
        <source>Run earlier (Alt+Up)</source>
        <translation>提前（Alt+↑）</translation>
    </message>
    <message>
        <source>Run later (Alt+Down)</source>
        <translation>推后（Alt+↓）</translation>
    </message>
    <message>
        <source>Take out of the queue (Delete)</source>
        <translation>移出队列（Delete）</translation>
    </message>
    <message numerus="yes">
        <source>Take all %n trainings that wait out of the queue? None of them has begun; those that run go on.</source>
        <translation>
            <numerusform>要把等待中的 %n 个训练全部移出队列吗？它们都还没有开始；正在运行的会继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the queue</source>
        <translation>清空队列</translation>
    </message>
    <message>
        <source>Slowly, to watch</source>
        <translation>放慢，便于观看</translation>
    </message>
    <message>
        <source>At most four epochs a second, so that people can follow and steer; the numbers do not depend on it</source>
        <translation>每秒最多四轮，便于观看和操控；结果数值不受影响</translation>
    </message>
</context>
<context>
    <name>foretrail::Rail</name>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Ctrl+%2)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>显示名称</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation>没有工作区</translation>
    </message>
</context>
<context>
    <name>foretrail::RateDialog</name>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The loss falls at none of the rates that were tried. Check the series and the other settings.</source>
        <translation>在试过的学习率下损失都没有下降。请检查序列和其他设置。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>The loss falls fastest at %1. Rates from %2 to %3 were tried, one epoch each.</source>
        <translation>损失在学习率 %1 处下降最快。试过 %2 至 %3 的学习率，每个一轮。</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>学习率</translation>
    </message>
</context>
<context>
    <name>foretrail::RateFinder</name>
    <message>
        <source>%1 does not learn in epochs, so it has no learning rate.</source>
        <translation>%1 不按轮次学习，因此没有学习率。</translation>
    </message>
    <message>
        <source>The learning rate is searched for networks of one series, lstm and gru, not for %1.</source>
        <translation>学习率搜索只适用于单序列网络 lstm 和 gru，不适用于 %1。</translation>
    </message>
</context>
<context>
    <name>foretrail::Reason</name>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>is out of range: numbers may have up to 15 digits</source>
        <translation>超出范围：数字最多 15 位</translation>
    </message>
    <message>
        <source>is an amount in %1 where the others are in %2</source>
        <translation>是以 %1 计的金额，而其他金额以 %2 计</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>is not a date of the form %1</source>
        <translation>不是 %1 形式的日期</translation>
    </message>
    <message>
        <source>no date format is chosen</source>
        <translation>没有选择日期格式</translation>
    </message>
    <message>
        <source>lies before 1900 or after 2200</source>
        <translation>早于 1900 年或晚于 2200 年</translation>
    </message>
    <message>
        <source>is not a time of day</source>
        <translation>不是一天中的时刻</translation>
    </message>
    <message>
        <source>has bytes that are not %1: choose another encoding</source>
        <translation>含有不符合 %1 的字节：请选择其他编码</translation>
    </message>
    <message>
        <source>has %1 columns where %2 are expected</source>
        <translation>有 %1 列，应为 %2 列</translation>
    </message>
    <message>
        <source>a quotation mark opens here and never closes</source>
        <translation>引号从此处开始，但没有结束</translation>
    </message>
    <message>
        <source>names no series</source>
        <translation>没有指明序列</translation>
    </message>
    <message>
        <source>names nothing that the row could say more of</source>
        <translation>没有指明该行所描述的对象</translation>
    </message>
    <message>
        <source>is not a JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>is not valid JSON at character %1</source>
        <translation>不是有效的 JSON，出错处为第 %1 个字符</translation>
    </message>
    <message>
        <source>goes on behind the JSON object, at character %1</source>
        <translation>在 JSON 对象之后还有内容，位于第 %1 个字符</translation>
    </message>
    <message>
        <source>has objects inside of objects more than %1 deep</source>
        <translation>对象嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>has a name longer than %1 characters</source>
        <translation>含有超过 %1 个字符的名称</translation>
    </message>
    <message>
        <source>has more than %1 members</source>
        <translation>成员超过 %1 个</translation>
    </message>
</context>
<context>
    <name>foretrail::RecentRow</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Take %1 off this list</source>
        <translation>从列表中移除 %1</translation>
    </message>
</context>
<context>
    <name>foretrail::Recipe</name>
    <message>
        <source>on must be true or false.</source>
        <translation>on 必须为 true 或 false。</translation>
    </message>
    <message>
        <source>It needs a key &quot;step&quot; with one of %1.</source>
        <translation>需要键 &quot;step&quot;，取值为 %1 之一。</translation>
    </message>
    <message>
        <source>%1 is not a step. Allowed: %2.</source>
        <translation>%1 不是步骤。可用：%2。</translation>
    </message>
    <message>
        <source>This step changes the time axis and must stand before &quot;%1&quot;. Move it up.</source>
        <translation>这一步改变时间轴，必须放在“%1”之前。请上移。</translation>
    </message>
    <message>
        <source>This step may stand in a recipe only once. Remove one of them.</source>
        <translation>这一步在配方中只能出现一次。请移除其中一个。</translation>
    </message>
    <message>
        <source>%1 is not a key of a recipe. Allowed: format, name, steps.</source>
        <translation>%1 不是配方的键。可用：format、name、steps。</translation>
    </message>
    <message>
        <source>This recipe was written by a newer program (format %1).</source>
        <translation>该配方由更新版本的程序写出（格式 %1）。</translation>
    </message>
    <message>
        <source>A recipe needs a key &quot;steps&quot; with a list of steps.</source>
        <translation>配方需要键 &quot;steps&quot;，其值为步骤列表。</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Step %1 (%2)</source>
        <translation>第 %1 步（%2）</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1, line %2: not a JSON object (%3).</source>
        <translation>%1，第 %2 行：不是 JSON 对象（%3）。</translation>
    </message>
    <message>
        <source>%1 is not a step of this program.</source>
        <translation>%1 不是本程序的步骤。</translation>
    </message>
    <message>
        <source>%1 holds a list; a recipe is an object with the key &quot;steps&quot;.</source>
        <translation>%1 里是一个列表；配方应是含有键 &quot;steps&quot; 的对象。</translation>
    </message>
</context>
<context>
    <name>foretrail::RecipeActions</name>
    <message>
        <source>New recipe</source>
        <translation>新配方</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as...</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Rename...</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Remove from the workspace</source>
        <translation>从工作区移除</translation>
    </message>
    <message>
        <source>Import from a file...</source>
        <translation>从文件导入…</translation>
    </message>
    <message>
        <source>Export to a file...</source>
        <translation>导出到文件…</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>In this workspace</source>
        <translation>此工作区</translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>A file...</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>This workspace is read-only.</source>
        <translation>此工作区为只读。</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开工作区。</translation>
    </message>
    <message>
        <source>Mend the marked steps first: nothing could read this file.</source>
        <translation>请先修正有标记的步骤，否则文件无法读取。</translation>
    </message>
    <message>
        <source>a new recipe</source>
        <translation>新配方</translation>
    </message>
    <message>
        <source>Open another recipe</source>
        <translation>打开其他配方</translation>
    </message>
    <message>
        <source>The changes to %1 are not saved. Open %2 without them?</source>
        <translation>对“%1”的更改尚未保存。放弃更改并打开“%2”？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>There is a recipe %1 already. Replace it?</source>
        <translation>已有名为“%1”的配方。要替换吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Rename recipe</source>
        <translation>重命名配方</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove recipe</source>
        <translation>移除配方</translation>
    </message>
    <message>
        <source>Remove %1 from the workspace? Its steps stay here until another recipe is opened.</source>
        <translation>从工作区移除“%1”？在打开其他配方之前，其步骤仍保留在此。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Import a recipe</source>
        <translation>导入配方</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>配方 (*.json)</translation>
    </message>
    <message>
        <source>Reading a recipe</source>
        <translation>正在读取配方</translation>
    </message>
    <message>
        <source>Export the recipe</source>
        <translation>导出配方</translation>
    </message>
    <message>
        <source>Exporting a recipe</source>
        <translation>正在导出配方</translation>
    </message>
    <message>
        <source>Saving a recipe</source>
        <translation>正在保存配方</translation>
    </message>
</context>
<context>
    <name>foretrail::RecipeChoice</name>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>A recipe of this workspace</source>
        <translation>本工作区的配方</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>How the series is cleaned and prepared before a model sees it</source>
        <translation>序列在交给模型之前如何清洗和准备</translation>
    </message>
    <message>
        <source>The recipe of the run that the settings come from, or as it stands on the Prepare page</source>
        <translation>设置所来自的运行的配方，或准备页面上现有的配方</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <comment>name of a recipe</comment>
        <translation>%1（已更改）</translation>
    </message>
</context>
<context>
    <name>foretrail::RecipeCompareDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Compare recipes</source>
        <translation>比较配方</translation>
    </message>
    <message>
        <source>%1 and %2 do the same.</source>
        <translation>“%1”与“%2”效果相同。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %2 differ in %n places.</source>
        <translation>
            <numerusform>“%1”与“%2”有 %n 处不同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RecipeComparison</name>
    <message>
        <source>there, as usual</source>
        <translation>有，默认设置</translation>
    </message>
    <message>
        <source>%1 (off)</source>
        <translation>%1（已关闭）</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>没有</translation>
    </message>
</context>
<context>
    <name>foretrail::RecipeDifferencesModel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>foretrail::RecipeDraft</name>
    <message>
        <source>Add %1</source>
        <translation>添加“%1”</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除“%1”</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>复制“%1”</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动“%1”</translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <translation>打开“%1”</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation>关闭“%1”</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改“%1”</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <comment>name of a recipe</comment>
        <translation>%1（已更改）</translation>
    </message>
</context>
<context>
    <name>foretrail::RecipeModel</name>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>步骤 %1：%2</translation>
    </message>
</context>
<context>
    <name>foretrail::RecipePanel</name>
    <message>
        <source>New recipe</source>
        <translation>新配方</translation>
    </message>
    <message>
        <source>Suggest steps</source>
        <translation>推荐步骤</translation>
    </message>
    <message>
        <source>Looks at the series and puts a recipe in place of this one, with the reason for each step; can be undone</source>
        <translation>查看序列并用推荐的配方替换当前配方，每个步骤附有理由；可以撤销</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>重做 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <comment>name of a recipe</comment>
        <translation>%1（已更改）</translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <comment>name of a recipe</comment>
        <translation>%1（未保存）</translation>
    </message>
</context>
<context>
    <name>foretrail::RecipeRun</name>
    <message>
        <source>The series %1 is not in the workspace.</source>
        <translation>工作区中没有序列 %1。</translation>
    </message>
    <message>
        <source>Reading a series</source>
        <translation>正在读取序列</translation>
    </message>
    <message>
        <source>Preparing a series</source>
        <translation>正在准备序列</translation>
    </message>
</context>
<context>
    <name>foretrail::RecipeSteps</name>
    <message>
        <source>Add step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Steps of the recipe</source>
        <translation>配方的步骤</translation>
    </message>
    <message>
        <source>No steps yet. Add one below, take a preset, or have steps suggested.</source>
        <translation>还没有步骤。请在下方添加，选用预设，或让程序推荐。</translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation>移除步骤</translation>
    </message>
    <message>
        <source>Duplicate step</source>
        <translation>复制步骤</translation>
    </message>
    <message>
        <source>Move step up</source>
        <translation>上移步骤</translation>
    </message>
    <message>
        <source>Move step down</source>
        <translation>下移步骤</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action (keys)</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>foretrail::RecipeStore</name>
    <message>
        <source>There is no recipe %1: the workspace holds no recipes yet. Save one first.</source>
        <translation>没有名为 %1 的配方：工作区中还没有配方，请先保存一个。</translation>
    </message>
    <message>
        <source>There is no recipe %1. There are: %2.</source>
        <translation>没有名为 %1 的配方。现有：%2。</translation>
    </message>
    <message>
        <source>A recipe needs a name. Give it one.</source>
        <translation>配方需要名称，请为其命名。</translation>
    </message>
    <message>
        <source>There is a recipe %1 already. Choose another name.</source>
        <translation>已有名为 %1 的配方，请另取名称。</translation>
    </message>
</context>
<context>
    <name>foretrail::RecipeWords</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>parameter: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>清洗</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Transforms</source>
        <translation>变换</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>%1 rows, %2 changed</source>
        <translation>%1 行，更改 %2 行</translation>
    </message>
    <message>
        <source>%1 rows in, %2 out</source>
        <translation>输入 %1 行，输出 %2 行</translation>
    </message>
    <message>
        <source>%1 rows in, %2 out, %3 changed</source>
        <translation>输入 %1 行，输出 %2 行，更改 %3 行</translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendCharts</name>
    <message>
        <source>Response by place in the order of scores</source>
        <translation>按评分排序的响应率</translation>
    </message>
    <message>
        <source>Responded, %</source>
        <translation>响应率，%</translation>
    </message>
    <message>
        <source>Users by score</source>
        <translation>按评分排列的用户</translation>
    </message>
    <message>
        <source>responded</source>
        <translation>有响应</translation>
    </message>
    <message>
        <source>by score</source>
        <translation>按评分</translation>
    </message>
    <message>
        <source>picked at random</source>
        <translation>随机挑选</translation>
    </message>
    <message>
        <source>Next items on a list of %1</source>
        <translation>长度为 %1 的列表的命中率</translation>
    </message>
    <message>
        <source>Hit rate, %</source>
        <translation>命中率，%</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendEvaluation</name>
    <message>
        <source>Ranking all items in each case</source>
        <translation>正在对每个用例的全部商品排序</translation>
    </message>
    <message>
        <source>No model did better than popularity.</source>
        <translation>没有模型优于热门度。</translation>
    </message>
    <message>
        <source>Popularity has it in %1 %.</source>
        <translation>热门度为 %1%。</translation>
    </message>
    <message numerus="yes">
        <source>%1 has the next item among its %2 first in %3 % of %n case(s).</source>
        <translation>
            <numerusform>在 %n 个案例的 %3 % 中，%1 的前 %2 项包含下一件商品。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of the test part are no cases: nobody had to do with their items before it.</source>
        <translation>
            <numerusform>检验部分有 %n 步不算案例：此前没有人接触过这些商品。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no case to test: no step of the test part has a step before it and an item that was seen before. Where visits have one step each, ask for the last step of each user, or take users as sequences (--sequences users).</source>
        <translation>没有可检验的案例：检验部分没有哪一步之前有步骤、且其商品此前出现过。若每次访问只有一步，请考察每位用户的最后一步，或以用户为序列（--sequences users）。</translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendInspector</name>
    <message>
        <source>By the score alone.</source>
        <translation>只按评分。</translation>
    </message>
    <message>
        <source>Items unlike those above them come first.</source>
        <translation>与上面不同的商品优先。</translation>
    </message>
    <message>
        <source>Likeness of the items %1, without it %2; %3 % of the score is kept.</source>
        <translation>商品相似度 %1，不调整时为 %2；保留 %3% 的评分。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>What was bought</source>
        <translation>已购买的</translation>
    </message>
    <message>
        <source>All that was seen</source>
        <translation>所有看过的</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Items on the list</source>
        <translation>列表长度(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>排除(&amp;L)</translation>
    </message>
    <message>
        <source>Only categories</source>
        <translation>只要这些类目</translation>
    </message>
    <message>
        <source>Never categories</source>
        <translation>不要这些类目</translation>
    </message>
    <message>
        <source>At most of a category</source>
        <translation>每个类目最多</translation>
    </message>
    <message>
        <source>Put ahead by</source>
        <translation>按此属性提前</translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation>提前幅度</translation>
    </message>
    <message>
        <source>&amp;Diversity</source>
        <translation>多样性(&amp;D)</translation>
    </message>
    <message>
        <source>none is</source>
        <translation>不判断</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>stock=0</source>
        <translation>stock=0</translation>
    </message>
    <message>
        <source>no table of items</source>
        <translation>没有商品表</translation>
    </message>
    <message>
        <source>names, with commas between</source>
        <translation>名称，用逗号分隔</translation>
    </message>
    <message>
        <source>no categories in the log</source>
        <translation>日志中没有类目</translation>
    </message>
    <message>
        <source>1: the item with the largest number gains as much as its score</source>
        <translation>1：数值最大的商品的评分增加一倍</translation>
    </message>
    <message>
        <source>Unavailable: no event for (days)</source>
        <translation>缺货：多少天没有事件</translation>
    </message>
    <message>
        <source>Unavailable: a table says</source>
        <translation>缺货：按商品表</translation>
    </message>
    <message>
        <source>A name that has a comma itself stands in quotes: Garden, &quot;Toys, games&quot;</source>
        <translation>名称本身含逗号时，请加英文双引号：花园, &quot;玩具, 游戏&quot;</translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendItems</name>
    <message>
        <source>Nothing is known of what this shopper looked at or bought: the list is what is popular of late.</source>
        <translation>不知道该顾客浏览或购买过什么：列表为近期热门商品。</translation>
    </message>
    <message>
        <source>Of %1 steps the last %2 are looked at.</source>
        <translation>共 %1 步，只看最后 %2 步。</translation>
    </message>
    <message>
        <source>No event of this log is a purchase, so nothing was left out as bought.</source>
        <translation>此日志中没有购买事件，因此没有排除已购商品。</translation>
    </message>
    <message>
        <source>The log names no categories, so the list is not spread over them.</source>
        <translation>日志中没有类目，因此列表没有按类目分散。</translation>
    </message>
    <message>
        <source>popular of late</source>
        <translation>近期热门</translation>
    </message>
    <message>
        <source>in the history</source>
        <translation>在历史中</translation>
    </message>
    <message>
        <source>for everybody, whatever the history</source>
        <translation>对所有人，与历史无关</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2%</translation>
    </message>
    <message>
        <source>%1, not on the list without it</source>
        <translation>%1，没有它就不在列表中</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>因为 %1</translation>
    </message>
    <message>
        <source>in the history, %1</source>
        <translation>在历史中，%1</translation>
    </message>
    <message>
        <source>No person makes so many events in a minute or through the day: probably a robot.</source>
        <translation>没有人会在一分钟或一整天内产生这么多事件：很可能是机器人。</translation>
    </message>
    <message numerus="yes">
        <source>%n of the items said to be gone are not in the log.</source>
        <translation>
            <numerusform>所说的下架商品中有 %n 件不在日志中。</numerusform>
        </translation>
    </message>
    <message>
        <source>The log names no users. Ask for a session, or import the log with a user column.</source>
        <translation>日志没有用户。请查询会话，或导入带有用户列的日志。</translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendListModel</name>
    <message>
        <source>Without this item in the history it would not be on the list. A dash: no single item decides.</source>
        <translation>历史中若没有此商品，它就不会在列表中。短横线：没有单个商品起决定作用。</translation>
    </message>
    <message>
        <source>#</source>
        <comment>place on a list</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>依赖于</translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendListView</name>
    <message>
        <source>Items that come next</source>
        <translation>后续商品</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>会话 %1</translation>
    </message>
    <message>
        <source>Cold start</source>
        <translation>冷启动</translation>
    </message>
    <message>
        <source>Nothing is known of this shopper yet</source>
        <translation>对该顾客还一无所知</translation>
    </message>
    <message numerus="yes">
        <source>Last of %Ln steps: %1</source>
        <translation>
            <numerusform>共 %Ln 步，最近：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendPage</name>
    <message>
        <source>Recommend</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>接下来是什么</translation>
    </message>
    <message>
        <source>Who should see this</source>
        <translation>该给谁看</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Export lists for all users (CSV)</source>
        <translation>导出所有用户的列表（CSV）</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>No events yet. Import a log that says who looked at or bought which item.</source>
        <translation>还没有事件。请导入记录谁浏览或购买了哪个商品的日志。</translation>
    </message>
    <message>
        <source>No event names an item, so nothing can be recommended. Import the log with a column of items. What users do and whether they stay is on the page Customers.</source>
        <translation>没有事件指明商品，因此无法推荐。请连同商品列一起导入日志。用户的行为及是否留存见“顾客”页。</translation>
    </message>
    <message>
        <source>Import a log</source>
        <translation>导入日志</translation>
    </message>
    <message>
        <source>Go to Start</source>
        <translation>转到开始页</translation>
    </message>
    <message>
        <source>Learning what comes next</source>
        <translation>正在学习接下来是什么</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The model learns what comes next. That is done once for these data.</source>
        <translation>模型正在学习接下来是什么。对这些数据只需学习一次。</translation>
    </message>
    <message>
        <source>Choose a user at the left.</source>
        <translation>请在左侧选择用户。</translation>
    </message>
    <message>
        <source>The log names no users. Ask for a session at the left.</source>
        <translation>日志中没有用户。请在左侧查询会话。</translation>
    </message>
    <message>
        <source>Reading users</source>
        <translation>正在读取用户</translation>
    </message>
    <message>
        <source>Learning what comes next (%1)</source>
        <translation>正在学习接下来是什么（%1）</translation>
    </message>
    <message>
        <source>Stopping leaves the page without lists until it learns again.</source>
        <translation>停止后本页没有列表，直到重新学习。</translation>
    </message>
    <message>
        <source>Learning was stopped.</source>
        <translation>学习已停止。</translation>
    </message>
    <message>
        <source>The model learns from what lies before the test, then scores all users.</source>
        <translation>模型先从检验期之前的数据学习，再为所有用户评分。</translation>
    </message>
    <message>
        <source>Who should see %1</source>
        <translation>该给谁看 %1</translation>
    </message>
    <message>
        <source>Testing models of next items</source>
        <translation>正在检验后续商品模型</translation>
    </message>
    <message>
        <source>Stopping leaves the figures as they were.</source>
        <translation>停止后数字保持原样。</translation>
    </message>
    <message>
        <source>Export list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>Export users</source>
        <translation>导出用户</translation>
    </message>
    <message>
        <source>Export figures</source>
        <translation>导出数字</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>Export the users</source>
        <translation>导出用户</translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation>导出数字</translation>
    </message>
    <message>
        <source>Export lists for all users</source>
        <translation>导出所有用户的列表</translation>
    </message>
    <message>
        <source>Lists for all users</source>
        <translation>所有用户的列表</translation>
    </message>
    <message>
        <source>Stopping leaves no file.</source>
        <translation>停止后不会留下文件。</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>正在导出 %1</translation>
    </message>
    <message numerus="yes">
        <source>Lists for %n user(s)</source>
        <translation>
            <numerusform>%n 位用户的列表</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 learnt what comes next from %Ln step(s).</source>
        <translation>
            <numerusform>%1 已从 %Ln 步中学习接下来会发生什么。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n robot(s) left out.</source>
        <translation>
            <numerusform>已排除 %n 个机器人。</numerusform>
        </translation>
    </message>
    <message>
        <source>Here are series alone, without events. Import a log that says who looked at or bought which item. The series are on the page Forecast.</source>
        <translation>这里只有序列，没有事件。请导入记录谁浏览或购买了哪件商品的日志。序列见“预测”页。</translation>
    </message>
    <message>
        <source>No event names an item, so nothing can be recommended. Import the log with a column of items. How much happens is on the page Forecast.</source>
        <translation>没有事件指明商品，因此无法推荐。请连同商品列一起导入日志。活动量见“预测”页。</translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendReport</name>
    <message>
        <source>There are no users to make lists for. Import a log with a user column, or choose others.</source>
        <translation>没有可以生成列表的用户。请导入带有用户列的日志，或另选用户。</translation>
    </message>
    <message>
        <source>Making lists</source>
        <translation>正在生成列表</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 names no user of this workspace. Write one key a line.</source>
        <translation>%1 中没有此工作区的用户。请每行写一个键。</translation>
    </message>
    <message numerus="yes">
        <source>Lists for %n user(s), %1 lines.</source>
        <translation>
            <numerusform>%n 位用户的列表，共 %1 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is known of %n of these users: they have what is popular of late.</source>
        <translation>
            <numerusform>对其中 %n 位用户一无所知：给他们近来热门的商品。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendRules</name>
    <message>
        <source>No table says &quot;%1&quot; of items.</source>
        <translation>没有表格给出商品的“%1”。</translation>
    </message>
    <message>
        <source>Import a table of items with such a column.</source>
        <translation>请导入含有该列的商品表。</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>可用的有：%1。</translation>
    </message>
    <message>
        <source>The events have no time, so nobody can say which items had none of late. Name the items that are gone.</source>
        <translation>事件没有时间，无法判断哪些商品近期没有事件。请直接列出缺货的商品。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say which items are gone. Write NAME=VALUE, such as stock=0.</source>
        <translation>“%1”没有说明哪些商品缺货。请写成 名称=值，例如 stock=0。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds no two different numbers, so it can put no item before another.</source>
        <translation>“%1”中没有两个不同的数，无法据此排序。</translation>
    </message>
    <message>
        <source>Diversity lies between 0 and 1, and a boost is 0 or more.</source>
        <translation>多样性应在 0 到 1 之间，加权应不小于 0。</translation>
    </message>
    <message>
        <source>The rules leave no item that could be shown. Take one of them back.</source>
        <translation>这些规则没有留下任何可显示的商品。请取消其中一条。</translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendTest</name>
    <message>
        <source>The events have no time, only an order, so a test begins at a place in it: %1 is no whole number.</source>
        <translation>事件没有时间，只有顺序，因此测试从某个位置开始：%1 不是整数。</translation>
    </message>
    <message>
        <source>%1 leaves nothing before it or nothing after it: the events lie from %2 to %3.</source>
        <translation>%1 之前或之后没有数据：事件从 %2 到 %3。</translation>
    </message>
    <message>
        <source>No event of this workspace names an item. Import a log with a column of items first.</source>
        <translation>此工作区中没有事件指明商品。请先导入带有商品列的日志。</translation>
    </message>
    <message>
        <source>The log names no users, so there is no last step of each. Test from a time on.</source>
        <translation>日志中没有用户，因此没有每位用户的最后一步。请从某个时间起测试。</translation>
    </message>
    <message>
        <source>The log names neither users nor sessions that the sequences could be made from.</source>
        <translation>日志中既没有用户也没有会话，无法构成序列。</translation>
    </message>
    <message>
        <source>Cases of a file name no users, so a segment has no part in them. Test from a time on, or the last step of each user.</source>
        <translation>文件中的案例没有用户信息，因此无法按分群筛选。请改为从某一时间起测试，或测试每位用户的最后一步。</translation>
    </message>
    <message>
        <source>No user of the segment goes on to an item in the test part, so there is nothing to ask for. Test from an earlier time on, or all users.</source>
        <translation>该分群中没有用户在测试部分继续浏览商品，因此没有可测试的内容。请从更早的时间开始测试，或测试全部用户。</translation>
    </message>
    <message>
        <source>Tested as usual: the latest tenth of the steps is asked for, from %1 on.</source>
        <translation>按惯例检验：考察最近十分之一的步骤，自 %1 起。</translation>
    </message>
    <message>
        <source>Tested as usual: the latest tenth of the steps is asked for.</source>
        <translation>按惯例检验：考察最近十分之一的步骤。</translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendTestView</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>命中率</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>NDCG</source>
        <translation>NDCG</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>Novelty, bits</source>
        <translation>新颖度，比特</translation>
    </message>
    <message>
        <source>Popularity</source>
        <translation>热门度</translation>
    </message>
    <message>
        <source>Learning, s</source>
        <translation>学习，秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Test which model says best what users go on to. Each next item of the test part is looked for on a list of all items; the list of the most popular items, the same for everybody, stands beside the models.</source>
        <translation>检验哪个模型最能说出用户接下来的去向。检验部分的每个后续商品都在所有商品的排序中查找；对所有人相同的热门榜始终列在旁边。</translation>
    </message>
    <message>
        <source>The data has changed since. Run the test again.</source>
        <translation>数据此后已变化。请重新检验。</translation>
    </message>
    <message>
        <source>The events have no time. Ask for the last step of each user.</source>
        <translation>事件没有时间。请改为检验每位用户的最后一步。</translation>
    </message>
    <message>
        <source>All steps from a day on</source>
        <translation>某天起的所有步</translation>
    </message>
    <message>
        <source>The last step of each user</source>
        <translation>每位用户的最后一步</translation>
    </message>
    <message>
        <source>&amp;Models, beside popularity</source>
        <translation>模型，热门榜之外(&amp;M)</translation>
    </message>
    <message>
        <source>Models that are tested beside popularity</source>
        <translation>热门榜之外要检验的模型</translation>
    </message>
    <message>
        <source>&amp;Asked for</source>
        <translation>检验内容(&amp;A)</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>检验内容</translation>
    </message>
    <message>
        <source>&amp;Test since</source>
        <translation>检验始于(&amp;T)</translation>
    </message>
    <message>
        <source>First day of the test</source>
        <translation>检验的第一天</translation>
    </message>
    <message>
        <source>Length of the &amp;list</source>
        <translation>列表长度(&amp;L)</translation>
    </message>
    <message>
        <source>Length of the list</source>
        <translation>列表长度</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>停止检验</translation>
    </message>
    <message>
        <source>Run the test</source>
        <translation>运行检验</translation>
    </message>
    <message>
        <source>Figures for lists of</source>
        <translation>列表长度</translation>
    </message>
    <message>
        <source>Figures of the models</source>
        <translation>各模型的数字</translation>
    </message>
    <message>
        <source>Only users of segment %1 are asked about; models learn from all.</source>
        <translation>只测试分群 %1 的用户；模型仍从全部用户学习。</translation>
    </message>
    <message>
        <source>Other users are chosen now. Run the test again.</source>
        <translation>现在选择的是其他用户。请重新运行测试。</translation>
    </message>
    <message>
        <source>Next items asked for: %1; steps learnt from: %2, in sequences: %3.</source>
        <translation>考察的下一件商品：%1；学习所用步骤：%2，序列：%3。</translation>
    </message>
    <message>
        <source>All events are of one day: the latest tenth of the steps is asked for.</source>
        <translation>所有事件都在同一天：考察最近十分之一的步骤。</translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendWords</name>
    <message>
        <source>bought %1</source>
        <translation>购买 %1</translation>
    </message>
    <message>
        <source>put %1 into the cart</source>
        <translation>将 %1 加入购物车</translation>
    </message>
    <message>
        <source>marked %1 as favourite</source>
        <translation>收藏 %1</translation>
    </message>
    <message>
        <source>looked at %1</source>
        <translation>浏览 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>bought Lamp (3 Oct 2011)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>popular of late</source>
        <translation>近期热门</translation>
    </message>
    <message>
        <source>in the history</source>
        <translation>在历史中</translation>
    </message>
    <message>
        <source>for everybody, whatever the history</source>
        <translation>对所有人，与历史无关</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>the items that led to it</comment>
        <translation>因为 %1</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>类目：%1</translation>
    </message>
    <message>
        <source>%1: %2 % of the score</source>
        <comment>what was done</comment>
        <translation>%1：占评分的 %2%</translation>
    </message>
    <message>
        <source>the most popular items, the same for everybody</source>
        <translation>最热门的商品，对所有人相同</translation>
    </message>
    <message>
        <source>what is popular of late</source>
        <translation>近期热门商品</translation>
    </message>
    <message>
        <source>what the user looked at most, then what is popular</source>
        <translation>用户看得最多的商品，其后是热门商品</translation>
    </message>
    <message>
        <source>what others did after the last item</source>
        <translation>其他人在最后一个商品之后的去向</translation>
    </message>
    <message>
        <source>items that go together with those of the history</source>
        <translation>常与历史中的商品一起出现的商品</translation>
    </message>
    <message>
        <source>what visits like this one went on to</source>
        <translation>相似访问的后续去向</translation>
    </message>
    <message>
        <source>a recurrent network of gated units; learning takes long</source>
        <translation>门控循环网络；学习时间较长</translation>
    </message>
    <message>
        <source>a recurrent network with memory cells; learning takes long</source>
        <translation>带记忆单元的循环网络；学习时间较长</translation>
    </message>
    <message>
        <source>all quick models, weighed by how well they did</source>
        <translation>所有快速模型按表现加权组合</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>无评分</translation>
    </message>
    <message>
        <source>first %1 %</source>
        <translation>前 %1%</translation>
    </message>
    <message>
        <source>%1 to %2 %</source>
        <translation>%1% 至 %2%</translation>
    </message>
    <message>
        <source>popularity: %1 of 100 next items are on a list of %2.</source>
        <translation>热门榜：100 个后续商品中有 %1 个在长度为 %2 的列表中。</translation>
    </message>
    <message>
        <source>%1: %2 of 100 next items are on a list of %3, popularity: %4.</source>
        <translation>%1：100 个后续商品中有 %2 个在长度为 %3 的列表中；热门榜：%4 个。</translation>
    </message>
    <message>
        <source>the same item</source>
        <comment>an item that leads to itself</comment>
        <translation>同一商品</translation>
    </message>
    <message>
        <source>a recurrent network that learns to rank; learning takes long</source>
        <translation>学习排序的循环网络；学习耗时较长</translation>
    </message>
    <message>
        <source>%1 %2&#xa0;%</source>
        <comment>an item, its share of the score</comment>
        <translation>%1 %2&#xa0;%</translation>
    </message>
    <message numerus="yes">
        <source>%n next item(s) are too few to tell one model from another.</source>
        <translation>
            <numerusform>%n 个下一商品太少，不足以区分模型优劣。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Recommender</name>
    <message>
        <source>There is nothing to learn from: no event names an item before the time of the test.</source>
        <translation>没有可供学习的数据：测试时间之前没有事件指明商品。</translation>
    </message>
</context>
<context>
    <name>foretrail::RecommenderRegistry</name>
    <message>
        <source>There is no recommender &quot;%1&quot;. Use one of: %2.</source>
        <translation>没有名为“%1”的推荐模型。可用：%2。</translation>
    </message>
</context>
<context>
    <name>foretrail::ReconciledForecast</name>
    <message>
        <source>too short or without variation</source>
        <translation>太短或没有变化</translation>
    </message>
    <message>
        <source>the total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>The recipe joins columns to a series, which the sums of a hierarchy do not have. Choose a recipe without them.</source>
        <translation>配方为序列连接了列，而层级的合计没有这些列。请选择不含它们的配方。</translation>
    </message>
    <message>
        <source>Parts and sums were up to %1 apart a step; now they add up.</source>
        <translation>各部分与合计每步最多相差 %1；现在加得起来。</translation>
    </message>
    <message>
        <source>WAPE on the test part: %1.</source>
        <translation>测试段 WAPE：%1。</translation>
    </message>
    <message>
        <source>%1 %2, as alone</source>
        <comment>items 41.2 %, as alone</comment>
        <translation>%1 %2，与单独预测相同</translation>
    </message>
    <message>
        <source>%1 %2 (better than the %3 alone)</source>
        <comment>items 41.2 % (better than the 43.0 % alone)</comment>
        <translation>%1 %2（优于单独预测的 %3）</translation>
    </message>
    <message>
        <source>%1 %2 (worse than the %3 alone)</source>
        <comment>items 43.0 % (worse than the 41.2 % alone)</comment>
        <translation>%1 %2（差于单独预测的 %3）</translation>
    </message>
    <message>
        <source>WAPE on the test part of %1: %2.</source>
        <comment>of 28 days</comment>
        <translation>测试段（%1）的 WAPE：%2。</translation>
    </message>
</context>
<context>
    <name>foretrail::Reconciliation</name>
    <message>
        <source>There is no way %1 to make forecasts add up. There are: %2.</source>
        <translation>没有名为 %1 的加总方法。可用：%2。</translation>
    </message>
</context>
<context>
    <name>foretrail::RecurrentForecaster</name>
    <message>
        <source>There is not enough memory for this network. Choose fewer units or layers.</source>
        <translation>内存不足以运行此网络。请减少单元数或层数。</translation>
    </message>
    <message>
        <source>Series %1 has %2 observations, %3 needs at least %4: %5 to look back on, %6 to validate on and %7 to learn from. Choose a shorter lookback or a simpler model.</source>
        <translation>序列 %1 有 %2 个观测值，%3 至少需要 %4 个：%5 个用于回看，%6 个用于验证，%7 个用于学习。请缩短回看窗口或选择更简单的模型。</translation>
    </message>
    <message>
        <source>The model has not been trained.</source>
        <translation>模型尚未训练。</translation>
    </message>
    <message>
        <source>The stored model is damaged. Train it again.</source>
        <translation>保存的模型已损坏。请重新训练。</translation>
    </message>
    <message>
        <source>%1, layers: %2, units: %3, looking back %4 steps; weights of epoch %5 of %6.</source>
        <translation>%1，层数：%2，单元数：%3，回看窗口 %4 步；采用第 %5 轮的权重（共 %6 轮）。</translation>
    </message>
    <message>
        <source>It also sees the place in the season of %1 steps.</source>
        <translation>它还知道在 %1 步季节周期中的位置。</translation>
    </message>
    <message>
        <source>LSTM network</source>
        <translation>LSTM 网络</translation>
    </message>
    <message>
        <source>A recurrent network that learns from windows of the past.</source>
        <translation>从历史窗口学习的循环网络。</translation>
    </message>
    <message>
        <source>GRU network</source>
        <translation>GRU 网络</translation>
    </message>
    <message>
        <source>A recurrent network with fewer weights than an LSTM.</source>
        <translation>权重比 LSTM 少的循环网络。</translation>
    </message>
    <message>
        <source>Series %1 has %2 windows of %3 steps without a missing value, %4 needs at least %5. Fill what is missing, or choose a shorter lookback.</source>
        <translation>序列 %1 中长 %3 步且无缺失值的窗口有 %2 个，%4 至少需要 %5 个。请填补缺失值，或缩短回看步数。</translation>
    </message>
    <message numerus="yes">
        <source>Beside the value it sees %n columns.</source>
        <translation>
            <numerusform>除数值外，还输入 %n 列特征。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RecurrentNetwork</name>
    <message>
        <source>There is not enough memory for this network. Choose fewer units, fewer layers or a smaller batch.</source>
        <translation>内存不足以运行此网络。请减少单元数、层数或批大小。</translation>
    </message>
    <message>
        <source>The neural module failed. The log says more.</source>
        <translation>神经网络模块出错。详情见日志。</translation>
    </message>
    <message>
        <source>The stored weights belong to a network of another shape. Train it again.</source>
        <translation>保存的权重属于另一种结构的网络。请重新训练。</translation>
    </message>
    <message>
        <source>OpenBLAS is not available, so LSTM and GRU cannot be used. It did not load: %1. Install the package libopenblas0-pthread; all other models work without it.</source>
        <translation>OpenBLAS 不可用，因此无法使用 LSTM 和 GRU。加载失败：%1。请安装 libopenblas0-pthread；其他模型不需要它。</translation>
    </message>
    <message>
        <source>The stored training belongs to another network. Start it again.</source>
        <translation>保存的训练属于另一个网络。请重新开始。</translation>
    </message>
    <message>
        <source>A training by LibTorch cannot be continued. Choose the program&apos;s own engine.</source>
        <translation>由 LibTorch 进行的训练无法继续。请选择本程序自己的引擎。</translation>
    </message>
    <message>
        <source>it has %1 parts where %2 are needed</source>
        <translation>它有 %1 个部分，而需要 %2 个</translation>
    </message>
    <message>
        <source>%1 where %2 is needed</source>
        <comment>name and size of weights</comment>
        <translation>%1，而需要 %2</translation>
    </message>
    <message>
        <source>The stored weights belong to a network of another shape: %1. Train it again.</source>
        <translation>存储的权重属于另一种结构的网络：%1。请重新训练。</translation>
    </message>
</context>
<context>
    <name>foretrail::RecurrentParts</name>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>foretrail::RejectFieldsModel</name>
    <message>
        <source>one too many</source>
        <translation>多余的列</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>In this row</source>
        <translation>本行的值</translation>
    </message>
</context>
<context>
    <name>foretrail::RejectQueries</name>
    <message>
        <source>This workspace has no import %1.</source>
        <translation>此工作区没有导入记录 %1。</translation>
    </message>
</context>
<context>
    <name>foretrail::RejectsModel</name>
    <message>
        <source>Reading rejected rows</source>
        <translation>正在读取被拒绝的行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>changed, not fed yet</source>
        <translation>已修改，尚未提交</translation>
    </message>
    <message>
        <source>It was: %1</source>
        <translation>原为：%1</translation>
    </message>
</context>
<context>
    <name>foretrail::RejectsView</name>
    <message>
        <source>Reading rejected rows</source>
        <translation>正在读取被拒绝的行</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>This import is taken back. Redo it to correct its rows.</source>
        <translation>此次导入已撤销。重做之后才能更正其中的行。</translation>
    </message>
    <message>
        <source>This workspace is open for reading only: rows can be looked at, copied and exported.</source>
        <translation>此工作区以只读方式打开：可以查看、复制和导出各行。</translation>
    </message>
    <message>
        <source>Type over a value, or over any field of the row at the right, then feed the rows again. They become part of the same import.</source>
        <translation>直接改写原值，或在右侧改写该行的任一字段，然后提交更正。这些行会并入同一次导入。</translation>
    </message>
    <message>
        <source>Feed %1 again</source>
        <translation>提交 %1 行更正</translation>
    </message>
    <message>
        <source>Feed again</source>
        <translation>提交更正</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>被拒绝的行</translation>
    </message>
    <message>
        <source>Fields of the row</source>
        <translation>该行的字段</translation>
    </message>
    <message>
        <source>Rejected rows: %1</source>
        <translation>被拒绝的行：%1</translation>
    </message>
    <message>
        <source>No row was rejected.</source>
        <translation>没有被拒绝的行。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies the selected rows as a table (Ctrl+C)</source>
        <translation>把选中的行复制为表格（Ctrl+C）</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>All rejected rows of this import as a table</source>
        <translation>把此次导入中所有被拒绝的行导出为表格</translation>
    </message>
    <message>
        <source>Reads the changed rows again; what can be read now is stored</source>
        <translation>重新读取修改过的行，能读取的即入库</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>All reasons</source>
        <translation>所有原因</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>reason: number of rows</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Open the line above and choose one of its files to look at its rejected rows and to correct them.</source>
        <translation>请展开上方的导入行并选择其中一个文件，即可查看并更正该文件被拒绝的行。</translation>
    </message>
</context>
<context>
    <name>foretrail::RenderPages</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
</context>
<context>
    <name>foretrail::ReportChoice</name>
    <message>
        <source>The logo %1 cannot be read as a picture: %2. Choose a PNG, JPEG or SVG file.</source>
        <translation>徽标 %1 无法作为图片读取：%2。请选择 PNG、JPEG 或 SVG 文件。</translation>
    </message>
</context>
<context>
    <name>foretrail::ReportContent</name>
    <message>
        <source>by item</source>
        <translation>按商品</translation>
    </message>
    <message>
        <source>by category</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>by event kind</source>
        <translation>按事件类型</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>name of an attribute</comment>
        <translation>按 %1</translation>
    </message>
    <message>
        <source>in total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Test part</source>
        <translation>测试段</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>%1 % band held</source>
        <translation>%1 % 区间覆盖</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>%1 % from</source>
        <translation>%1 % 自</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Expected in total</source>
        <translation>预计合计</translation>
    </message>
    <message>
        <source>Expected a step</source>
        <translation>每步预计</translation>
    </message>
    <message>
        <source>WAPE</source>
        <translation>WAPE</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>80 % held</source>
        <translation>80 % 覆盖</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>留意</translation>
    </message>
    <message>
        <source>Forecasts: %1 %2</source>
        <comment>daily revenue, by item</comment>
        <translation>预测：%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <comment>28 days</comment>
        <translation>预测 %1</translation>
    </message>
    <message>
        <source>users of segment %1</source>
        <translation>分群 %1 的用户</translation>
    </message>
    <message>
        <source>Needs a look. %1</source>
        <comment>sentences</comment>
        <translation>需要留意。%1</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>修正后</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>a column: in percent</comment>
        <translation>变化</translation>
    </message>
    <message numerus="yes">
        <source>the %n largest of %1 series</source>
        <translation>
            <numerusform>%1 个序列中最大的 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>多少个</translation>
    </message>
    <message>
        <source>The first page says what rises, what falls, what needs a look and how good the forecasts were. All are forecast with %1.</source>
        <translation>首页说明哪些上升、哪些下降、哪些需要留意，以及预测有多准。所有序列都用 %1 预测。</translation>
    </message>
    <message>
        <source>&amp;Series</source>
        <translation>序列(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>页面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>公司(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Logo</source>
        <translation>徽标(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Make the report…</source>
        <translation>生成报告(&amp;M)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The largest</source>
        <translation>最大的</translation>
    </message>
    <message>
        <source>The one on screen: %1</source>
        <translation>屏幕上的：%1</translation>
    </message>
    <message numerus="yes">
        <source>The %n found</source>
        <translation>
            <numerusform>搜索到的 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>First page and a page for each series</source>
        <translation>首页，每个序列一页</translation>
    </message>
    <message>
        <source>First page and small charts</source>
        <translation>首页与小图</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>HTML, one file</source>
        <translation>HTML，单个文件</translation>
    </message>
</context>
<context>
    <name>foretrail::ReportFile</name>
    <message>
        <source>%1 is not a format of reports. Choose pdf or html.</source>
        <translation>%1 不是报告的格式。请选择 pdf 或 html。</translation>
    </message>
    <message>
        <source>Forecasting</source>
        <translation>正在预测</translation>
    </message>
    <message>
        <source>Drawing the report</source>
        <translation>正在绘制报告</translation>
    </message>
</context>
<context>
    <name>foretrail::ReportFindings</name>
    <message>
        <source>%1, and %2 more</source>
        <translation>%1，另有 %2 个</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, change in percent</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Together %1 are expected over %2</source>
        <translation>合计预计 %2 内 %1</translation>
    </message>
    <message>
        <source>%1 %2, %3 against the same time before.</source>
        <comment>sentence; Together ... are expected over ...; +4 %</comment>
        <translation>%1%2，与之前同样长的时间相比 %3。</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <comment>sentence; Together ... are expected over ...</comment>
        <translation>%1 %2。</translation>
    </message>
    <message>
        <source>No test part was held back, so nothing can be said.</source>
        <translation>没有留出测试段，因此无法评价。</translation>
    </message>
    <message>
        <source>Of the test part, bands of 80 % held %1 and bands of 95 % %2.</source>
        <translation>测试段中，80 % 区间覆盖了 %1，95 % 区间覆盖了 %2。</translation>
    </message>
    <message>
        <source>Over the next %1 %2 are expected, %3 a step</source>
        <translation>今后 %1 预计共 %2，每步 %3</translation>
    </message>
    <message>
        <source>Over the next %1 %2 are expected a step</source>
        <translation>今后 %1 预计每步 %2</translation>
    </message>
    <message>
        <source>about as much as %1 before (%2)</source>
        <translation>与 %1 之前大致相同（%2）</translation>
    </message>
    <message>
        <source>%1 against %2 before, more than the 80 % band leaves open</source>
        <translation>比 %2 之前 %1，超出 80 % 区间所容许的范围</translation>
    </message>
    <message>
        <source>%1 against %2 before, within what the 80 % band leaves open</source>
        <translation>比 %2 之前 %1，仍在 80 % 区间所容许的范围内</translation>
    </message>
    <message>
        <source>Overall</source>
        <translation>总体</translation>
    </message>
    <message>
        <source>What rises</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>What falls</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>What needs a look</source>
        <translation>需要留意</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>没有特别之处。</translation>
    </message>
    <message>
        <source>How good the forecasts were</source>
        <translation>预测有多准</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未计入</translation>
    </message>
    <message numerus="yes">
        <source>%n series could not be forecast: %1</source>
        <translation>
            <numerusform>%n 个序列无法预测：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Mind that %1.</source>
        <translation>请注意：%1。</translation>
    </message>
    <message>
        <source>%1 of %2 series. %3.</source>
        <comment>count, count, series with reasons</comment>
        <translation>%2 个序列中的 %1 个。%3。</translation>
    </message>
    <message>
        <source>%1 (from %2 to %3 a step)</source>
        <comment>name, before, expected</comment>
        <translation>%1（每步从 %2 到 %3）</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message numerus="yes">
        <source>%n of them have nothing before to compare with.</source>
        <translation>
            <numerusform>其中 %n 个此前没有可比的数值。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>series, reasons</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between reasons</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between series</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence</comment>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>Of %n series, %1, %2 and %3 within %4 of what was before.</source>
        <comment>Of 9 series, 1 rises, 2 fall and 6 stay within 5 % of what was before.</comment>
        <translation>
            <numerusform>%n 个序列中，%1，%2，%3（与之前相差不超过 %4）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rise</source>
        <comment>series</comment>
        <translation>
            <numerusform>%Ln 个上升</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fall</source>
        <comment>series</comment>
        <translation>
            <numerusform>%Ln 个下降</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay</source>
        <comment>series</comment>
        <translation>
            <numerusform>%Ln 个持平</numerusform>
        </translation>
    </message>
    <message>
        <source>Postage, fees and the like</source>
        <translation>邮费、手续费等</translation>
    </message>
    <message>
        <source>%1. They are forecast with the others, but they are no items that rise or fall, so they are not counted above.</source>
        <comment>names</comment>
        <translation>%1。它们和其他项目一起预测，但并不是会涨会跌的商品，因此上面没有计入。</translation>
    </message>
</context>
<context>
    <name>foretrail::ReportHtml</name>
    <message>
        <source>Logo</source>
        <translation>徽标</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>一览</translation>
    </message>
    <message>
        <source>How good the forecasts were</source>
        <translation>预测有多准</translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation>预计</translation>
    </message>
</context>
<context>
    <name>foretrail::ReportPages</name>
    <message>
        <source>%1 of %2</source>
        <comment>page</comment>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>一览</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
</context>
<context>
    <name>foretrail::ReportPdf</name>
    <message>
        <source>The report could not be drawn as PDF. Choose HTML.</source>
        <translation>报告无法绘制为 PDF。请选择 HTML。</translation>
    </message>
</context>
<context>
    <name>foretrail::ReportTable</name>
    <message>
        <source>WAPE %1 (%2: %3)</source>
        <comment>of the model; name and WAPE of the baseline</comment>
        <translation>WAPE %1（%2：%3）</translation>
    </message>
</context>
<context>
    <name>foretrail::Resample</name>
    <message>
        <source>Series %1: a plain index has no days, weeks or months. Give the series dates first.</source>
        <translation>序列 %1：纯序号没有日、周、月之分。请先为序列指定日期。</translation>
    </message>
    <message>
        <source>Series %1 has one value a %2, which cannot be split into shorter steps (%3). Choose %2 or a longer step.</source>
        <translation>序列 %1 每 %2 只有一个值，无法拆分为更短的步长（%3）。请选择 %2 或更长的步长。</translation>
    </message>
    <message>
        <source>Series %1 has no values.</source>
        <translation>序列 %1 没有任何值。</translation>
    </message>
    <message>
        <source>Series %1 covers no whole %2. Keep the periods that it covers in part, or choose a shorter step.</source>
        <translation>序列 %1 没有覆盖任何完整的 %2。请保留部分覆盖的时段，或选择更短的步长。</translation>
    </message>
</context>
<context>
    <name>foretrail::ResampleStep</name>
    <message>
        <source>This series has no calendar, so it has no weeks or months. Remove the step.</source>
        <translation>该序列没有日历，因此没有周或月。请移除这一步。</translation>
    </message>
    <message numerus="yes">
        <source>%n steps at the ends belonged to periods that are not whole and were cut off.</source>
        <translation>
            <numerusform>两端 %n 步属于不完整的周期，已截去。</numerusform>
        </translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Length of the new step.</source>
        <translation>新的步长。</translation>
    </message>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>季</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>By</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>last</source>
        <translation>最后值</translation>
    </message>
    <message>
        <source>number of values</source>
        <translation>值的个数</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Longer steps</source>
        <translation>更长的步</translation>
    </message>
    <message>
        <source>Cut partial periods</source>
        <translation>截去不完整周期</translation>
    </message>
    <message>
        <source>The first and last period go where they are not whole.</source>
        <translation>首尾周期不完整时去掉。</translation>
    </message>
    <message numerus="yes">
        <source>%n periods lack some of their steps and became missing.</source>
        <translation>
            <numerusform>有 %n 个周期缺少部分步，已成为缺失。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n periods lack some of their steps and were scaled up to whole ones.</source>
        <translation>
            <numerusform>有 %n 个周期缺少部分步，已按完整周期放大。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n periods lack some of their steps and were summed as if they were whole.</source>
        <translation>
            <numerusform>有 %n 个周期缺少部分步，仍按完整周期求和。</numerusform>
        </translation>
    </message>
    <message>
        <source>Distinct users are counted from the events of a log that names its users, and this series does not come from one. Choose another rule.</source>
        <translation>不同用户数从记有用户的日志事件中统计，而该序列并非来自这样的日志。请选择其他规则。</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>How the steps of a period become one: sums for sales and counts, means for prices, the last for stocks. Distinct users cannot be added up: they are counted anew from the events, in whole periods alone.</source>
        <translation>一个周期的各步如何合为一步：销售和计数求和，价格取平均，库存取最后值。不同用户数不能相加：只在完整周期内从事件重新统计。</translation>
    </message>
    <message>
        <source>distinct users</source>
        <translation>不同用户数</translation>
    </message>
    <message>
        <source>Periods with gaps</source>
        <translation>有缺口的周期</translation>
    </message>
    <message>
        <source>What becomes of the sum of a period that lacks up to half of its steps; one that lacks more is missing.</source>
        <translation>缺少不超过一半步的周期，其总和如何处理；缺少更多的周期视为缺失。</translation>
    </message>
    <message>
        <source>summed as they are</source>
        <translation>照原样求和</translation>
    </message>
    <message>
        <source>A week that lacks two days looks like a bad week. Fill the days before, or choose another rule.</source>
        <translation>缺少两天的一周看起来像业绩差的一周。请先填补这些天，或选择其他规则。</translation>
    </message>
    <message>
        <source>scaled up by the steps present</source>
        <translation>按现有的步放大</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Hours to days, days to weeks or months, each by a rule that suits the measure.</source>
        <translation>小时变为日，日变为周或月，各按适合该指标的规则。</translation>
    </message>
</context>
<context>
    <name>foretrail::ResidualCharts</name>
    <message>
        <source>Residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>Residual (%1)</source>
        <translation>残差（%1）</translation>
    </message>
    <message>
        <source>p &lt; 0.001</source>
        <translation>p &lt; 0.001</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message>
        <source>Too few residuals to look for a pattern.</source>
        <translation>残差太少，无法寻找规律。</translation>
    </message>
    <message>
        <source>No pattern left up to lag %1 (Ljung-Box %2).</source>
        <translation>滞后 %1 步以内没有残留规律（Ljung-Box %2）。</translation>
    </message>
    <message>
        <source>A pattern is left, most at lag %1 (Ljung-Box %2): the model could still learn from it.</source>
        <translation>仍有规律，滞后 %1 步处最明显（Ljung-Box %2）：模型还可以从中学习。</translation>
    </message>
    <message>
        <source>Their sizes are as a normal distribution has them (Jarque-Bera %1).</source>
        <translation>其大小与正态分布相符（Jarque-Bera %1）。</translation>
    </message>
    <message>
        <source>Not normal: the largest are above the forecast (Jarque-Bera %1).</source>
        <translation>不是正态分布：最大的残差在预测之上（Jarque-Bera %1）。</translation>
    </message>
    <message>
        <source>Not normal: the largest are below the forecast (Jarque-Bera %1).</source>
        <translation>不是正态分布：最大的残差在预测之下（Jarque-Bera %1）。</translation>
    </message>
    <message>
        <source>Not normal: very large ones come more often than a normal distribution has them (Jarque-Bera %1).</source>
        <translation>不是正态分布：很大的残差比正态分布更常见（Jarque-Bera %1）。</translation>
    </message>
    <message>
        <source>Not normal: they are cut off sooner than a normal distribution is (Jarque-Bera %1).</source>
        <translation>不是正态分布：两端比正态分布截止得更早（Jarque-Bera %1）。</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>Residuals (%1)</source>
        <translation>残差（%1）</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <source>Partial autocorrelation</source>
        <translation>偏自相关</translation>
    </message>
    <message>
        <source>Autocorrelation</source>
        <translation>自相关</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>Mean residual by month</source>
        <translation>各月平均残差</translation>
    </message>
    <message>
        <source>Mean residual by weekday</source>
        <translation>星期各日平均残差</translation>
    </message>
    <message>
        <source>Mean residual</source>
        <translation>平均残差</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message numerus="yes">
        <source>%1 on average in size, %n residuals</source>
        <translation>
            <numerusform>平均大小 %1，%n 个残差</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean error in size</source>
        <translation>平均误差大小</translation>
    </message>
    <message>
        <source>Steps ahead</source>
        <translation>预测步</translation>
    </message>
    <message numerus="yes">
        <source>%n forecasts</source>
        <translation>
            <numerusform>%n 个预测</numerusform>
        </translation>
    </message>
    <message>
        <source>Error by step ahead, test part</source>
        <translation>按预测步的误差，测试段</translation>
    </message>
    <message numerus="yes">
        <source>Error by step ahead, %n origins</source>
        <translation>
            <numerusform>按预测步的误差，%n 个起点</numerusform>
        </translation>
    </message>
    <message>
        <source>Normal quantiles (Q-Q)</source>
        <translation>正态分位数（Q-Q）</translation>
    </message>
    <message>
        <source>Normal quantile</source>
        <translation>正态分位数</translation>
    </message>
    <message>
        <source>Residuals against forecasts</source>
        <translation>残差对预测值</translation>
    </message>
    <message>
        <source>One step ahead</source>
        <translation>一步预测</translation>
    </message>
    <message>
        <source>No residuals yet.</source>
        <translation>还没有残差。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Lags 1 to %1 taken together leave no pattern (Ljung-Box %2); beyond its own bounds, in orange: lag %3. By chance alone about %4 of them would be.</source>
        <translation>滞后 1 到 %1 合起来看没有剩余规律（Ljung-Box %2）；单独看超出界限的（橙色）是滞后 %3。仅凭偶然约有 %4 个会如此。</translation>
    </message>
    <message>
        <source>Lags 1 to %1 taken together leave a pattern (Ljung-Box %2), though none is beyond its own bounds.</source>
        <translation>滞后 1 到 %1 合起来看仍有规律（Ljung-Box %2），尽管没有一个单独超出界限。</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
</context>
<context>
    <name>foretrail::ResidualsTab</name>
    <message>
        <source>Residuals</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Autocorrelation</source>
        <translation>自相关</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间</translation>
    </message>
    <message>
        <source>Partial autocorrelation</source>
        <translation>偏自相关</translation>
    </message>
    <message>
        <source>Normal quantiles (Q-Q)</source>
        <translation>正态分位数（Q-Q）</translation>
    </message>
    <message>
        <source>Against forecasts</source>
        <translation>对预测值</translation>
    </message>
    <message>
        <source>By weekday</source>
        <translation>按星期几</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月份</translation>
    </message>
    <message>
        <source>By step ahead</source>
        <translation>按预测步</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Charts of residuals</source>
        <translation>残差图表</translation>
    </message>
    <message>
        <source>Which charts are seen, three at most</source>
        <translation>显示哪些图表，最多三个</translation>
    </message>
    <message>
        <source>Forecasting from earlier origins</source>
        <translation>正在从更早的起点预测</translation>
    </message>
    <message>
        <source>Actual %1, one step ahead %2, residual %3.</source>
        <translation>实际 %1，一步预测 %2，残差 %3。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a series and a day</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>foretrail::Retention</name>
    <message>
        <source>The log holds one period only. Choose shorter ones to see who comes back.</source>
        <translation>日志只有一个周期。选择更短的周期才能看出谁回来了。</translation>
    </message>
    <message>
        <source>One user only: shares say nothing.</source>
        <translation>只有一位用户：比例没有意义。</translation>
    </message>
</context>
<context>
    <name>foretrail::RetentionModel</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Period %1 after: %2 % of %3 users</source>
        <translation>之后第 %1 个周期：%3 位用户中的 %2%</translation>
    </message>
    <message>
        <source>Began %1, period %2 after: %3 of %4 users (%5 %)</source>
        <translation>%1 开始，之后第 %2 个周期：%4 位用户中的 %3 名（%5%）</translation>
    </message>
    <message>
        <source>This period is not over.</source>
        <translation>该周期尚未结束。</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
</context>
<context>
    <name>foretrail::RetentionTab</name>
    <message>
        <source>&amp;Began with</source>
        <translation>起点(&amp;B)</translation>
    </message>
    <message>
        <source>their first event</source>
        <translation>首次事件</translation>
    </message>
    <message>
        <source>their first purchase</source>
        <translation>首次购买</translation>
    </message>
    <message>
        <source>Came &amp;back with</source>
        <translation>回访(&amp;A)</translation>
    </message>
    <message>
        <source>any event</source>
        <translation>任意事件</translation>
    </message>
    <message>
        <source>a purchase</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>B&amp;y</source>
        <translation>周期(&amp;Y)</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>显示(&amp;H)</translation>
    </message>
    <message>
        <source>% of the cohort</source>
        <translation>占同期群 (%)</translation>
    </message>
    <message>
        <source>users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>In the period or &amp;later</source>
        <translation>当期或之后(&amp;L)</translation>
    </message>
    <message>
        <source>Retention of each cohort</source>
        <translation>各同期群的留存</translation>
    </message>
    <message>
        <source>Curves need two periods after the first that are over.</source>
        <translation>曲线至少需要首个周期之后两个已结束的周期。</translation>
    </message>
    <message>
        <source>Counting who comes back</source>
        <translation>正在统计回访用户</translation>
    </message>
    <message>
        <source>Users who were there in a period or any later one</source>
        <translation>在某周期或之后出现的用户</translation>
    </message>
    <message>
        <source>Users who were there in each period after their first</source>
        <translation>首个周期之后各周期出现的用户</translation>
    </message>
    <message>
        <source>Users (%)</source>
        <translation>用户 (%)</translation>
    </message>
    <message>
        <source>Periods after the first</source>
        <translation>首个周期之后</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Users who began %1</source>
        <translation>%1 开始的用户</translation>
    </message>
    <message>
        <source>Users who began %1 and were there in period %2 after, or later</source>
        <translation>%1 开始、在之后第 %2 个周期或更晚出现的用户</translation>
    </message>
    <message>
        <source>Users who began %1 and were there in period %2 after</source>
        <translation>%1 开始、在之后第 %2 个周期出现的用户</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s); the log is too short to see who comes back.</source>
        <translation>
            <numerusform>%Ln 位用户；日志太短，看不出谁会回来。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 % of %Ln user(s) were back on the day after their first.</source>
        <translation>
            <numerusform>%Ln 位用户中有 %1 % 在首日次日回来。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 % of %Ln user(s) were back in the month after their first.</source>
        <translation>
            <numerusform>%Ln 位用户中有 %1 % 在首月次月回来。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 % of %Ln user(s) were back in the week after their first.</source>
        <translation>
            <numerusform>%Ln 位用户中有 %1 % 在首周次周回来。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Rfm</name>
    <message>
        <source>Champions</source>
        <translation>冠军客户</translation>
    </message>
    <message>
        <source>Loyal</source>
        <translation>忠诚客户</translation>
    </message>
    <message>
        <source>Potential loyalists</source>
        <translation>潜在忠诚客户</translation>
    </message>
    <message>
        <source>Promising</source>
        <translation>有潜力</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>About to sleep</source>
        <translation>即将沉睡</translation>
    </message>
    <message>
        <source>Cannot lose</source>
        <translation>不可失去</translation>
    </message>
    <message>
        <source>Hibernating</source>
        <translation>沉睡</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>Bought just now and often: recency 5, frequency 4 or 5.</source>
        <translation>刚刚购买且频繁：近度 5，频度 4 或 5。</translation>
    </message>
    <message>
        <source>Buy often, and not long ago: recency 3 or 4, frequency 4 or 5.</source>
        <translation>购买频繁，距今不久：近度 3 或 4，频度 4 或 5。</translation>
    </message>
    <message>
        <source>Bought lately, some times by now: recency 4 or 5, frequency 2 or 3.</source>
        <translation>近期购买，已有几次：近度 4 或 5，频度 2 或 3。</translation>
    </message>
    <message>
        <source>Bought just now, as seldom as any: recency 5, frequency 1.</source>
        <translation>刚刚购买，次数最少：近度 5，频度 1。</translation>
    </message>
    <message>
        <source>Bought lately, as seldom as any: recency 4, frequency 1.</source>
        <translation>近期购买，次数最少：近度 4，频度 1。</translation>
    </message>
    <message>
        <source>In the middle of both: recency 3, frequency 3.</source>
        <translation>两者居中：近度 3，频度 3。</translation>
    </message>
    <message>
        <source>Bought seldom, and a while ago: recency 3, frequency 1 or 2.</source>
        <translation>购买较少，已有一段时间：近度 3，频度 1 或 2。</translation>
    </message>
    <message>
        <source>Bought rather often, but long ago: recency 1 or 2, frequency 3 or 4.</source>
        <translation>曾经较常购买，但已很久：近度 1 或 2，频度 3 或 4。</translation>
    </message>
    <message>
        <source>Bought most often of all, but long ago: recency 1 or 2, frequency 5.</source>
        <translation>曾经最常购买，但已很久：近度 1 或 2，频度 5。</translation>
    </message>
    <message>
        <source>Bought seldom and long ago: recency 2, frequency 1 or 2.</source>
        <translation>购买少且已很久：近度 2，频度 1 或 2。</translation>
    </message>
    <message>
        <source>Bought seldom and longest ago: recency 1, frequency 1 or 2.</source>
        <translation>购买少且最久远：近度 1，频度 1 或 2。</translation>
    </message>
    <message>
        <source>No purchase whose time is known.</source>
        <translation>没有时间已知的购买。</translation>
    </message>
    <message>
        <source>No scores: no event has a time.</source>
        <translation>无评分：事件都没有时间。</translation>
    </message>
    <message>
        <source>Nobody bought anything, so visits are scored. Cut points: days since the last visit %1; sessions %2; events %3.</source>
        <translation>无人购买，因此按到访评分。分界点：距上次到访天数 %1；会话 %2；事件 %3。</translation>
    </message>
    <message>
        <source>The log has no amounts, so rows bought stand for value. Cut points: days since the last purchase %1; orders %2; rows %3.</source>
        <translation>日志没有金额，以购买行数代替金额。分界点：距上次购买天数 %1；订单 %2；行数 %3。</translation>
    </message>
    <message>
        <source>Cut points: days since the last purchase %1; orders %2; value %3.</source>
        <translation>分界点：距上次购买天数 %1；订单 %2；金额 %3。</translation>
    </message>
    <message>
        <source>So many are alike in frequency that its cuts are fixed.</source>
        <translation>频度相同的用户太多，因此采用固定分界。</translation>
    </message>
    <message>
        <source>Recent buyers</source>
        <translation>近期买家</translation>
    </message>
    <message>
        <source>Slipping away</source>
        <translation>渐行渐远</translation>
    </message>
    <message>
        <source>Long gone</source>
        <translation>久未光顾</translation>
    </message>
    <message>
        <source>Came just now and often: recency 5, frequency 4 or 5.</source>
        <translation>刚刚来访且频繁：近度 5，频度 4 或 5。</translation>
    </message>
    <message>
        <source>Come often, and not long ago: recency 3 or 4, frequency 4 or 5.</source>
        <translation>来访频繁，距今不久：近度 3 或 4，频度 4 或 5。</translation>
    </message>
    <message>
        <source>Came lately, some times by now: recency 4 or 5, frequency 2 or 3.</source>
        <translation>近期来访，已有几次：近度 4 或 5，频度 2 或 3。</translation>
    </message>
    <message>
        <source>Came just now, as seldom as any: recency 5, frequency 1.</source>
        <translation>刚刚来访，次数最少：近度 5，频度 1。</translation>
    </message>
    <message>
        <source>Came lately, as seldom as any: recency 4, frequency 1.</source>
        <translation>近期来访，次数最少：近度 4，频度 1。</translation>
    </message>
    <message>
        <source>Came seldom, and a while ago: recency 3, frequency 1 or 2.</source>
        <translation>来访较少，已有一段时间：近度 3，频度 1 或 2。</translation>
    </message>
    <message>
        <source>Came rather often, but long ago: recency 1 or 2, frequency 3 or 4.</source>
        <translation>曾经较常来访，但已很久：近度 1 或 2，频度 3 或 4。</translation>
    </message>
    <message>
        <source>Came most often of all, but long ago: recency 1 or 2, frequency 5.</source>
        <translation>曾经最常来访，但已很久：近度 1 或 2，频度 5。</translation>
    </message>
    <message>
        <source>Came seldom and long ago: recency 2, frequency 1 or 2.</source>
        <translation>来访少且已很久：近度 2，频度 1 或 2。</translation>
    </message>
    <message>
        <source>Came seldom and longest ago: recency 1, frequency 1 or 2.</source>
        <translation>来访少且最久远：近度 1，频度 1 或 2。</translation>
    </message>
    <message>
        <source>No visit whose time is known.</source>
        <translation>没有时间已知的来访。</translation>
    </message>
</context>
<context>
    <name>foretrail::RobotUsers</name>
    <message>
        <source>more than %1 moments in a minute, or more than %2 hours of one day</source>
        <translation>一分钟内超过 %1 个时刻，或一天内超过 %2 个小时</translation>
    </message>
    <message numerus="yes">
        <source>All %n user(s) look like robots (%1), so nobody is left out for that.</source>
        <translation>
            <numerusform>全部 %n 位用户看起来都像机器人（%1），因此没有因此排除任何人。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) who look like robots (%1) are left out of what is learnt and tested</source>
        <translation>
            <numerusform>%n 位看起来像机器人的用户（%1）不参与学习和检验</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln event(s).</source>
        <comment>users who look like robots, their events</comment>
        <translation>
            <numerusform>%1：%Ln 个事件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RoleHeader</name>
    <message>
        <source>Meaning of column %1</source>
        <translation>“%1”列的含义</translation>
    </message>
    <message>
        <source>%1: kept as text under this name</source>
        <translation>%1：按此名称以文本保存</translation>
    </message>
    <message>
        <source>Part of the key</source>
        <translation>属于键</translation>
    </message>
    <message>
        <source>Part of the key that tells rows apart</source>
        <translation>属于用来区分各行的键</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
</context>
<context>
    <name>foretrail::RollingStep</name>
    <message>
        <source>A window of %1 steps needs a training part of more; it has %2.</source>
        <translation>%1 步的窗口需要更长的训练段；现有 %2 步。</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计量</translation>
    </message>
    <message>
        <source>What is taken of each window.</source>
        <translation>从每个窗口取什么。</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Rolling statistics</source>
        <translation>滚动统计</translation>
    </message>
    <message>
        <source>Mean, sum, spread and extremes of the last steps as columns. They end before the step that is forecast.</source>
        <translation>最近若干步的均值、和、离散度与极值作为列，截至被预测的一步之前。</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Steps that count, for example 7, 28.</source>
        <translation>计入的步数，例如 7, 28。</translation>
    </message>
</context>
<context>
    <name>foretrail::RowParser</name>
    <message>
        <source>%1 is not a time zone. Write for example Europe/London or UTC.</source>
        <translation>%1 不是时区。例如可写 Europe/London 或 UTC。</translation>
    </message>
</context>
<context>
    <name>foretrail::RowPipeline</name>
    <message>
        <source>There is not enough memory to read the rows.</source>
        <translation>内存不足，无法读取各行。</translation>
    </message>
    <message>
        <source>The rows could not be read.</source>
        <translation>无法读取各行。</translation>
    </message>
</context>
<context>
    <name>foretrail::RowsSection</name>
    <message>
        <source>Rows</source>
        <translation>行的含义</translation>
    </message>
    <message>
        <source>One row a value</source>
        <translation>每行一个值</translation>
    </message>
    <message>
        <source>One row a series</source>
        <translation>每行一个序列</translation>
    </message>
    <message>
        <source>From the dates, else an index</source>
        <translation>按日期推断，否则用普通序号</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>Sales lines have a price or an amount; events are clicks, carts or purchases; series are ready to forecast; attributes say more of users, items or series</source>
        <translation>销售明细含单价或金额；行为事件指点击、加购或购买；现成序列可直接预测；属性是用户、商品或序列的补充信息</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>布局(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>时间粒度(&amp;S)</translation>
    </message>
    <message>
        <source>What the words of the kind column mean</source>
        <translation>类型列中各个词的含义</translation>
    </message>
</context>
<context>
    <name>foretrail::RuleRow</name>
    <message>
        <source>not</source>
        <translation>非</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>哪一个</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>How it compares</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>移除此条件</translation>
    </message>
    <message>
        <source>any event</source>
        <translation>任意事件</translation>
    </message>
    <message>
        <source>bought</source>
        <translation>已购买</translation>
    </message>
    <message>
        <source>viewed</source>
        <translation>已浏览</translation>
    </message>
    <message>
        <source>put into the cart</source>
        <translation>已加购</translation>
    </message>
    <message>
        <source>marked as favourite</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
</context>
<context>
    <name>foretrail::RunAccuracy</name>
    <message>
        <source>This run kept no forecast of the time after its data. Train it again.</source>
        <translation>此运行没有保存其数据之后的预测。请重新训练。</translation>
    </message>
    <message>
        <source>The data end at %1, and this forecast begins at %2. Import what happened since, then look again.</source>
        <translation>数据到 %1 为止，而此预测从 %2 开始。请导入其后的数据再来查看。</translation>
    </message>
    <message>
        <source>The series of this run is no longer in the workspace.</source>
        <translation>此运行的序列已不在工作区中。</translation>
    </message>
</context>
<context>
    <name>foretrail::RunAccuracyTab</name>
    <message>
        <source>In units</source>
        <translation>以单位计</translation>
    </message>
    <message>
        <source>In percent</source>
        <translation>以百分比计</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Unit of the errors</source>
        <translation>误差的单位</translation>
    </message>
    <message>
        <source>Charts or table</source>
        <translation>图表或表格</translation>
    </message>
    <message>
        <source>Errors of runs by step ahead</source>
        <translation>各运行按预测步的误差</translation>
    </message>
    <message>
        <source>Nothing is forecast yet.</source>
        <translation>还没有预测。</translation>
    </message>
    <message>
        <source>Comparing runs with what happened</source>
        <translation>正在把运行与实际情况比较</translation>
    </message>
    <message>
        <source>Nothing can be compared yet. %1</source>
        <translation>还没有可比较的。%1</translation>
    </message>
    <message numerus="yes">
        <source>All %n runs</source>
        <translation>
            <numerusform>全部 %n 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n runs by %1</source>
        <translation>
            <numerusform>按 %1 的全部 %n 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>a run and the day that it forecast from</comment>
        <translation>%1，自 %2 起</translation>
    </message>
    <message numerus="yes">
        <source>%n forecast steps have happened since: missed by %1 on average</source>
        <translation>
            <numerusform>其后已有 %n 个预测步成为事实：平均偏离 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 % of what happened</source>
        <translation>，占实际值的 %1 %</translation>
    </message>
    <message>
        <source>, %1 % too low in sum</source>
        <translation>，合计偏低 %1 %</translation>
    </message>
    <message>
        <source>, %1 % too high in sum</source>
        <translation>，合计偏高 %1 %</translation>
    </message>
    <message>
        <source>.</source>
        <comment>end of a sentence</comment>
        <translation>。</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>转到数据页</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确度</translation>
    </message>
    <message>
        <source>No stored run has forecast this series yet. Keep this one: what happens is compared with it here.</source>
        <translation>还没有存储的运行预测过此序列。保存当前预测后，实际情况会在这里与它比较。</translation>
    </message>
    <message>
        <source>Keep this forecast</source>
        <translation>保存此预测</translation>
    </message>
</context>
<context>
    <name>foretrail::RunCompareDialog</name>
    <message>
        <source>%1 v %2</source>
        <comment>12.3 against the baseline&apos;s 14.5</comment>
        <translation>%1 对 %2</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>%1, run %2</source>
        <translation>%1，运行 %2</translation>
    </message>
    <message>
        <source>Epochs done</source>
        <translation>已完成轮数</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>WAPE, %</source>
        <translation>WAPE，%</translation>
    </message>
    <message>
        <source>MASE</source>
        <translation>MASE</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>比较运行</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>绘制的内容</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>These models are fitted in one go: there are no epochs to draw.</source>
        <translation>这些模型一次拟合完成：没有可绘制的轮次。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>%1 in the unit of the data</source>
        <comment>a loss</comment>
        <translation>%1（数据单位）</translation>
    </message>
    <message>
        <source>These runs learn by different losses (%1), which cannot be compared: each curve is drawn as a share of its own first epoch.</source>
        <translation>这些运行使用不同的损失（%1），彼此不可比：每条曲线按自身第一轮的比例绘制。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between losses</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1, first epoch = 1</source>
        <comment>a loss</comment>
        <translation>%1，第一轮 = 1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>loss, name of a run</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>foretrail::RunDrift</name>
    <message>
        <source>Since %1 the model misses otherwise than before. %2</source>
        <comment>a date, a sentence</comment>
        <translation>自 %1 起，模型的误差与以前不同。%2</translation>
    </message>
</context>
<context>
    <name>foretrail::RunFile</name>
    <message>
        <source>%1 is not a run: %2 Export it again.</source>
        <translation>%1 不是运行文件：%2 请重新导出。</translation>
    </message>
    <message>
        <source>byte %1: %2.</source>
        <translation>第 %1 字节：%2。</translation>
    </message>
    <message>
        <source>&quot;format&quot; must be &quot;%1&quot;.</source>
        <translation>“format”必须是“%1”。</translation>
    </message>
    <message>
        <source>%1 was written by a newer Foretrail. Update this one to read it.</source>
        <translation>%1 由较新版本的 Foretrail 写出。请更新本程序后再读取。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation>缺少“%1”。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>无法打开 %1：%2</translation>
    </message>
    <message>
        <source>it is too long.</source>
        <translation>文件过长。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
</context>
<context>
    <name>foretrail::RunFollower</name>
    <message>
        <source>Reading which models follow</source>
        <translation>正在读取哪些模型自动更新</translation>
    </message>
    <message>
        <source>Keeping when a model is updated</source>
        <translation>正在保存模型的更新时间</translation>
    </message>
</context>
<context>
    <name>foretrail::RunImport</name>
    <message>
        <source>it says that it is of the model %1, its settings say %2.</source>
        <translation>文件标明模型为 %1，而其设置为 %2。</translation>
    </message>
    <message>
        <source>%1 was not taken in: %2</source>
        <translation>未导入 %1：%2</translation>
    </message>
</context>
<context>
    <name>foretrail::RunNames</name>
    <message>
        <source>%1, run %2</source>
        <comment>a model and the number of its run</comment>
        <translation>%1（运行 %2）</translation>
    </message>
</context>
<context>
    <name>foretrail::RunStore</name>
    <message>
        <source>There is no run %1: the workspace holds no runs yet. Train a model first.</source>
        <translation>没有训练记录 %1：工作区还没有任何训练记录。请先训练模型。</translation>
    </message>
    <message>
        <source>There is no run %1. The newest are: %2.</source>
        <translation>没有训练记录 %1。最新的有：%2。</translation>
    </message>
</context>
<context>
    <name>foretrail::RunUpdates</name>
    <message>
        <source>Reading stored runs</source>
        <translation>正在读取已存运行</translation>
    </message>
    <message>
        <source>Reading a stored run</source>
        <translation>正在读取已存运行</translation>
    </message>
    <message>
        <source>Updating the model of a run</source>
        <translation>正在更新运行的模型</translation>
    </message>
    <message>
        <source>Undoing an update</source>
        <translation>正在撤销更新</translation>
    </message>
    <message>
        <source>Restoring a version</source>
        <translation>正在恢复版本</translation>
    </message>
</context>
<context>
    <name>foretrail::RunawayRun</name>
    <message>
        <source>At a learning rate of %1 it learnt nothing: even after its best epoch the loss is %2 times that of a network before its first.</source>
        <translation>学习率 %1 下什么也没学到：即使在最佳轮之后，损失仍是网络第一轮之前的 %2 倍。</translation>
    </message>
    <message>
        <source>It ran away in epoch %1 at a learning rate of %2: its loss was no number any more.</source>
        <translation>训练在第 %1 轮、学习率 %2 时发散：损失不再是数字。</translation>
    </message>
    <message>
        <source>It ran away in epoch %1 at a learning rate of %2: its loss rose to %3 times that of a network before its first.</source>
        <translation>训练在第 %1 轮、学习率 %2 时发散：损失升到网络第一轮之前的 %3 倍。</translation>
    </message>
    <message>
        <source>Kept is what it knew after epoch %1.</source>
        <translation>保留的是第 %1 轮后的权重。</translation>
    </message>
    <message>
        <source>Kept is what it was before it learnt anything.</source>
        <translation>保留的是学习之前的权重。</translation>
    </message>
    <message>
        <source>Try a smaller rate, %1 for one.</source>
        <translation>请试试更小的学习率，例如 %1。</translation>
    </message>
</context>
<context>
    <name>foretrail::Runs</name>
    <message>
        <source>There is no such series. Import data first.</source>
        <translation>没有这个序列。请先导入数据。</translation>
    </message>
    <message>
        <source>%1 series answer to this. Name the one to train on.</source>
        <translation>有 %1 个序列符合。请指明用哪一个训练。</translation>
    </message>
    <message>
        <source>The data has changed since this training was stopped, so it cannot go on. Train anew with its settings.</source>
        <translation>此训练停止后数据已改变，因此无法继续。请用其设置重新训练。</translation>
    </message>
    <message>
        <source>The data has changed since %1 was trained, so nothing can branch from it. Train anew with its settings.</source>
        <translation>“%1”训练之后数据已改变，因此无法从它分支。请用其设置重新训练。</translation>
    </message>
    <message>
        <source>%1 of %2 runs were stored. %3</source>
        <translation>%2 个运行中保存了 %1 个。%3</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>name of a series, number of others</comment>
        <translation>
            <numerusform>%1 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>The data has changed since this forecast was made. Forecast again, then keep it.</source>
        <translation>做出此预测之后数据已有变化。请重新预测，再保存。</translation>
    </message>
</context>
<context>
    <name>foretrail::RunsModel</name>
    <message>
        <source>no test part</source>
        <translation>没有测试段</translation>
    </message>
    <message>
        <source>error higher</source>
        <translation>误差更高</translation>
    </message>
    <message>
        <source>same error</source>
        <translation>误差相同</translation>
    </message>
    <message>
        <source>error %1 % lower</source>
        <translation>误差低 %1 %</translation>
    </message>
    <message>
        <source>error %1 % higher</source>
        <translation>误差高 %1 %</translation>
    </message>
    <message>
        <source>%1 v %2</source>
        <comment>12.3 against the baseline&apos;s 14.5</comment>
        <translation>%1 对 %2</translation>
    </message>
    <message>
        <source>%1; the second number is of %2 on the same test part</source>
        <translation>%1；第二个数是 %2 在同一测试段上的结果</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Against baseline</source>
        <translation>与基线相比</translation>
    </message>
    <message>
        <source>WAPE, %</source>
        <translation>WAPE（%）</translation>
    </message>
    <message>
        <source>Sum of absolute errors over the sum of what happened; then the baseline&apos;s</source>
        <translation>绝对误差之和除以实际值之和；其后为基线的数值</translation>
    </message>
    <message>
        <source>MASE</source>
        <translation>MASE</translation>
    </message>
    <message>
        <source>Mean absolute error over that of the seasonal naive inside the training part; then the baseline&apos;s</source>
        <translation>平均绝对误差除以训练段内季节朴素法的平均绝对误差；其后为基线的数值</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Mean absolute error, in the unit of the series; then the baseline&apos;s</source>
        <translation>平均绝对误差，单位与序列相同；其后为基线的数值</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Root of the mean squared error, in the unit of the series; then the baseline&apos;s</source>
        <translation>均方根误差，单位与序列相同；其后为基线的数值</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>用时（秒）</translation>
    </message>
    <message>
        <source>Time the training and its test took</source>
        <translation>训练与测试所用的时间</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What you wrote beside the run; words such as #holiday serve to find it again</source>
        <translation>您为该运行写的备注；#holiday 之类的词便于再次找到它</translation>
    </message>
    <message>
        <source>How much closer the model came than its simple baseline, on the same test part</source>
        <translation>在同一测试段上，模型比其简单基线的误差小多少</translation>
    </message>
    <message>
        <source>ran away, %1</source>
        <comment>a training, and how its best epoch did</comment>
        <translation>已发散，%1</translation>
    </message>
    <message>
        <source>learnt nothing, %1</source>
        <comment>a training, and how its best epoch did</comment>
        <translation>未学到东西，%1</translation>
    </message>
</context>
<context>
    <name>foretrail::RunsView</name>
    <message>
        <source>Show forecast</source>
        <translation>查看预测</translation>
    </message>
    <message>
        <source>Opens the run on the Forecast page, without training again (Enter)</source>
        <translation>在“预测”页打开该次运行，无需重新训练（Enter）</translation>
    </message>
    <message>
        <source>Puts the settings of the run into the fields at the right</source>
        <translation>把该次运行的设置填入右侧各栏</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deletes the selected runs (Delete)</source>
        <translation>删除选中的运行（Delete）</translation>
    </message>
    <message>
        <source>Stored runs</source>
        <translation>已保存的运行</translation>
    </message>
    <message>
        <source>No runs yet. Train a model to see how it does beside its baseline.</source>
        <translation>还没有运行记录。训练一个模型，看看它与基线相比如何。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Delete the run %1? Its weights and its numbers are lost; the data stays.</source>
        <translation>删除运行“%1”？其权重和结果将丢失，数据保留。</translation>
    </message>
    <message>
        <source>Delete %1 runs? Their weights and their numbers are lost; the data stays.</source>
        <translation>删除 %1 次运行？其权重和结果将丢失，数据保留。</translation>
    </message>
    <message>
        <source>Delete runs</source>
        <translation>删除运行</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Reproduce</source>
        <translation>复现</translation>
    </message>
    <message>
        <source>Trains once more with the same settings and says whether the numbers are the same</source>
        <translation>用相同设置再训练一次，并说明数字是否相同</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Export the run...</source>
        <translation>导出运行...</translation>
    </message>
    <message>
        <source>Import a run...</source>
        <translation>导入运行...</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the stored runs</source>
        <translation>筛选已存储的运行</translation>
    </message>
    <message>
        <source>Curves, errors and settings side by side</source>
        <translation>并排显示曲线、误差和设置</translation>
    </message>
    <message>
        <source>Select %1 to %2 runs: hold Ctrl and click.</source>
        <translation>请选择 %1 至 %2 个运行：按住 Ctrl 并单击。</translation>
    </message>
    <message>
        <source>Open cell</source>
        <translation>打开记忆单元</translation>
    </message>
    <message>
        <source>Shows gates and states inside the network, for runs of lstm and gru, of one series or of many</source>
        <translation>显示网络内部的门与状态，适用于单个或多个序列的 lstm 和 gru 运行</translation>
    </message>
    <message>
        <source>Use settings</source>
        <translation>使用这些设置</translation>
    </message>
    <message>
        <source>Runs: %1</source>
        <translation>已保存的运行：%1</translation>
    </message>
    <message>
        <source>Runs: %1 of %2</source>
        <translation>已保存的运行：%2 个中的 %1 个</translation>
    </message>
</context>
<context>
    <name>foretrail::SampleRun</name>
    <message>
        <source>day %1 of %2</source>
        <translation>第 %1 天，共 %2 天</translation>
    </message>
</context>
<context>
    <name>foretrail::SampleShop</name>
    <message>
        <source>%1 holds data already. Make the sample shop in a new workspace.</source>
        <translation>%1 已有数据。请在新工作区中生成示例商店。</translation>
    </message>
    <message>
        <source>Sample shop (%1, seed %2)</source>
        <translation>示例商店（%1，随机种子 %2）</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>未能写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>foretrail::SampleTruth</name>
    <message>
        <source>There is no sample of size %1. Choose small, medium or large.</source>
        <translation>没有规模为 %1 的示例。请选择 small、medium 或 large。</translation>
    </message>
</context>
<context>
    <name>foretrail::SaveDrawing</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Exporting a chart</source>
        <translation>导出图表</translation>
    </message>
</context>
<context>
    <name>foretrail::ScaleStep</name>
    <message>
        <source>0 stands for %1, 1 for %2.</source>
        <translation>0 代表 %1，1 代表 %2。</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Brings the series to a size that networks learn well with. Learnt from the training part; later values may lie outside.</source>
        <translation>把序列调到网络易学的大小。从训练段学得；之后的值可能超出范围。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>What becomes 0 and what becomes 1.</source>
        <translation>什么变为 0，什么变为 1。</translation>
    </message>
    <message>
        <source>smallest and largest to 0 and 1</source>
        <translation>最小、最大值变为 0 和 1</translation>
    </message>
    <message>
        <source>mean 0, standard deviation 1</source>
        <translation>均值 0，标准差 1</translation>
    </message>
    <message>
        <source>median 0, interquartile range 1</source>
        <translation>中位数 0，四分位距 1</translation>
    </message>
</context>
<context>
    <name>foretrail::ScatterDrawing</name>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>%1: %2 against %3</source>
        <comment>a point: its height against its place</comment>
        <translation>%1：%2 对 %3</translation>
    </message>
</context>
<context>
    <name>foretrail::Scenario</name>
    <message>
        <source>%1 is no change. Write -10%, +5 or 3.</source>
        <translation>“%1”不是有效的改动。请写 -10%、+5 或 3。</translation>
    </message>
    <message>
        <source>%1 is not known in a change. There are: column, history, from, to, by, value.</source>
        <translation>改动中没有 %1 这一项。可用的有：column、history、from、to、by、value。</translation>
    </message>
    <message>
        <source>The change &quot;%1&quot; meets no step. Choose other dates.</source>
        <translation>改动“%1”没有对应的时间步。请选择其他日期。</translation>
    </message>
    <message>
        <source>The recipe changes the steps of the series, so its history can be changed by percent alone.</source>
        <translation>配方改变了序列的时间步，因此历史只能按百分比改动。</translation>
    </message>
    <message>
        <source>There is no column %1 to change: the recipe puts none beside the series.</source>
        <translation>没有可改动的列 %1：配方没有在序列旁加入任何列。</translation>
    </message>
    <message>
        <source>There is no column %1 to change. There are: %2.</source>
        <translation>没有可改动的列 %1。现有：%2。</translation>
    </message>
    <message>
        <source>Column %1 is not known ahead, so only its past can be changed.</source>
        <translation>列 %1 的未来值未知，只能改动其过去的值。</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>= %1</source>
        <translation>= %1</translation>
    </message>
    <message>
        <source>%1%2 %</source>
        <comment>-10 %</comment>
        <translation>%1%2 %</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>于 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>A stored change is damaged. Delete the scenario and make it anew.</source>
        <translation>存储的改动已损坏。请删除该情景后重新建立。</translation>
    </message>
    <message>
        <source>%1 says nothing: write what is changed as key=value.</source>
        <translation>“%1”没有内容：请按 键=值 书写改动。</translation>
    </message>
    <message>
        <source>A change needs column=NAME or history=yes, and by=-10%, by=+5 or value=3: &quot;%1&quot;.</source>
        <translation>改动需要 column=名称 或 history=yes，以及 by=-10%、by=+5 或 value=3：“%1”。</translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation>没有差别。</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <translation>
            <numerusform>%n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more in %2</source>
        <comment>1,310 GBP more in 28 days</comment>
        <translation>%2内增加 %1</translation>
    </message>
    <message>
        <source>%1 less in %2</source>
        <translation>%2内减少 %1</translation>
    </message>
    <message>
        <source>%1%2 %, %3.</source>
        <comment>+4.2 %, 1,310 GBP more in 28 days.</comment>
        <translation>%1%2 %，%3。</translation>
    </message>
</context>
<context>
    <name>foretrail::ScenarioStore</name>
    <message>
        <source>There is no scenario %1: the workspace holds none yet. Save one first.</source>
        <translation>没有情景 %1：工作区中尚无情景。请先保存一个。</translation>
    </message>
    <message>
        <source>There is no scenario %1. There are: %2.</source>
        <translation>没有情景 %1。现有：%2。</translation>
    </message>
    <message>
        <source>A scenario needs a name. Give it one.</source>
        <translation>情景需要名称。请为它命名。</translation>
    </message>
    <message>
        <source>There is a scenario %1 already. Choose another name.</source>
        <translation>已有情景 %1。请换一个名称。</translation>
    </message>
</context>
<context>
    <name>foretrail::Search</name>
    <message>
        <source>%1, the start</source>
        <comment>name of a search</comment>
        <translation>%1，起始设置</translation>
    </message>
    <message>
        <source>%1, trial %2</source>
        <comment>name of a search</comment>
        <translation>%1，试验 %2</translation>
    </message>
    <message>
        <source>name: there is a search %1 with other settings. Choose another name.</source>
        <translation>name: 已有名为 %1 的搜索，但设置不同。请另取名称。</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>起始设置</translation>
    </message>
    <message>
        <source>trial %1</source>
        <translation>试验 %1</translation>
    </message>
    <message>
        <source>MAE %1</source>
        <translation>MAE %1</translation>
    </message>
    <message>
        <source>MAE %1, WAPE %2 %</source>
        <translation>MAE %1，WAPE %2 %</translation>
    </message>
    <message>
        <source>No trial came to an end yet.</source>
        <translation>尚无试验完成。</translation>
    </message>
    <message>
        <source>No trial forecasts the validation part better than the settings at the start (%1).</source>
        <translation>没有试验在验证段上的预测优于起始设置（%1）。</translation>
    </message>
    <message>
        <source>Trial %1 forecasts the validation part best (%2).</source>
        <translation>试验 %1 在验证段上预测最好（%2）。</translation>
    </message>
    <message>
        <source>Trial %1 forecasts the validation part best (%2): its error is %3 % smaller than with the settings at the start.</source>
        <translation>试验 %1 在验证段上预测最好（%2）：误差比起始设置小 %3 %。</translation>
    </message>
</context>
<context>
    <name>foretrail::SearchBar</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a search, what it found</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 was stopped after %n trainings.</source>
        <comment>name of a search</comment>
        <translation>
            <numerusform>%1 在 %n 次训练后停止。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 waits after %n trainings.</source>
        <comment>name of a search</comment>
        <translation>
            <numerusform>%1 在 %n 次训练后暂停。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n trainings done.</source>
        <comment>name of a search</comment>
        <translation>
            <numerusform>%1：已完成 %n 次训练。</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the best settings</source>
        <translation>采用最佳设置</translation>
    </message>
    <message>
        <source>Puts the settings of the best trial into the fields at the right</source>
        <translation>把最佳试验的设置填入右侧各栏</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Trains the trials that are missing; those that are stored stay</source>
        <translation>训练尚缺的试验；已存储的保留</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Puts this line away; its runs stay</source>
        <translation>收起这一行；其运行保留</translation>
    </message>
</context>
<context>
    <name>foretrail::SearchDialog</name>
    <message>
        <source>Usual space</source>
        <translation>常用范围</translation>
    </message>
    <message>
        <source>Start the search</source>
        <translation>开始搜索</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Search for settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Successive halving: the best third goes on</source>
        <translation>逐次减半：最好的三分之一继续训练</translation>
    </message>
    <message>
        <source>At random: all learn to the end</source>
        <translation>随机：全部训练到底</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Settings that the search varies</source>
        <translation>参与搜索的设置</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Way</source>
        <translation>方式(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Trials</source>
        <translation>试验次数(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Minutes of training</source>
        <translation>训练分钟数(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Seed of the draws</source>
        <translation>抽样种子(&amp;S)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>setting: what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Trials are judged by their forecasts of the validation part; the test part stays unseen.</source>
        <translation>试验按其对验证段的预测来评判；测试段不参与。</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n epochs</source>
        <comment>so many settings</comment>
        <translation>
            <numerusform>%1 组训练 %n 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>Learning: %1.</source>
        <translation>训练安排：%1。</translation>
    </message>
    <message>
        <source>, then </source>
        <comment>between rounds of a search</comment>
        <translation>，然后 </translation>
    </message>
</context>
<context>
    <name>foretrail::SearchPlan</name>
    <message>
        <source>%1 does not learn in epochs on its own series. Search for settings of lstm or gru.</source>
        <translation>%1 不是在自身序列上逐轮学习的模型。请对 lstm 或 gru 搜索设置。</translation>
    </message>
    <message>
        <source>%1 is no way to search. There are: random, halving.</source>
        <translation>没有名为 %1 的搜索方式。可用：random、halving。</translation>
    </message>
    <message>
        <source>name: give the search a name, by which its runs are found.</source>
        <translation>name: 请给搜索取一个名称，以便找到它的运行。</translation>
    </message>
    <message>
        <source>trials: say how many trials there may be, or for how many minutes.</source>
        <translation>trials: 请给出试验次数上限或训练分钟数。</translation>
    </message>
    <message>
        <source>minutes: %1 is not a number from 0 to %2.</source>
        <translation>minutes: %1 不是 0 到 %2 之间的数。</translation>
    </message>
    <message>
        <source>split.validation: trials are judged by the validation part; keep some observations for it.</source>
        <translation>split.validation: 试验按验证段评判，请为其保留一些观测值。</translation>
    </message>
    <message>
        <source>epochs: halving says itself how many there are. Leave them out or search at random.</source>
        <translation>epochs: 逐次减半会自行决定轮数。请去掉此项，或改用随机搜索。</translation>
    </message>
</context>
<context>
    <name>foretrail::SearchSpace</name>
    <message>
        <source>%1: %2</source>
        <comment>setting: what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>there is no such setting.</source>
        <translation>没有这个设置。</translation>
    </message>
    <message>
        <source>%1 is more than %2.</source>
        <translation>%1 大于 %2。</translation>
    </message>
    <message>
        <source>the lower end of a logarithmic range must be above 0.</source>
        <translation>对数范围的下限必须大于 0。</translation>
    </message>
    <message>
        <source>write a range such as {&quot;from&quot;: 8, &quot;to&quot;: 64, &quot;scale&quot;: &quot;log&quot;} or a list of values such as [1, 2].</source>
        <translation>请写成范围，如 {&quot;from&quot;: 8, &quot;to&quot;: 64, &quot;scale&quot;: &quot;log&quot;}，或取值列表，如 [1, 2]。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not one JSON object such as {&quot;units&quot;: {&quot;from&quot;: 8, &quot;to&quot;: 64}, &quot;loss&quot;: [&quot;mse&quot;, &quot;mae&quot;]} (%2).</source>
        <translation>%1 不是单个 JSON 对象，例如 {&quot;units&quot;: {&quot;from&quot;: 8, &quot;to&quot;: 64}, &quot;loss&quot;: [&quot;mse&quot;, &quot;mae&quot;]}（%2）。</translation>
    </message>
    <message>
        <source>Nothing is varied. Turn on at least one setting.</source>
        <translation>没有任何设置参与搜索。请至少勾选一项。</translation>
    </message>
</context>
<context>
    <name>foretrail::SearchSpaceModel</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Drawn on a logarithmic scale: each tenfold is as likely as the next</source>
        <translation>按对数尺度抽取：每个十倍区间的机会相同</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Checked: the search varies it</source>
        <translation>勾选：参与搜索</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>The smallest value that is drawn</source>
        <translation>抽取的最小值</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>The largest value that is drawn</source>
        <translation>抽取的最大值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>In place of a range: values with commas between, each as likely as the others</source>
        <translation>代替范围：用逗号分隔的取值，机会均等</translation>
    </message>
</context>
<context>
    <name>foretrail::Searches</name>
    <message>
        <source>Searching: %1</source>
        <comment>name of a search</comment>
        <translation>正在搜索：%1</translation>
    </message>
    <message>
        <source>search %1</source>
        <comment>name of a search, numbered</comment>
        <translation>搜索 %1</translation>
    </message>
    <message>
        <source>a trial of %1</source>
        <comment>name of a search</comment>
        <translation>%1 的一次试验</translation>
    </message>
</context>
<context>
    <name>foretrail::SeasonProfile</name>
    <message numerus="yes">
        <source>The shape of %n seasons of %1 steps on the level of the last, with half of its growth.</source>
        <translation>
            <numerusform>以最后一季的水平（计入其增长的一半）套用 %n 个长度为 %1 步的季节的形状。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SeasonalChart</name>
    <message>
        <source>Quarter %1</source>
        <translation>第 %1 季度</translation>
    </message>
    <message>
        <source>Week %1</source>
        <translation>第 %1 周</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>format of a day without its year</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>%1 起的一周</translation>
    </message>
    <message>
        <source>Season %1</source>
        <translation>第 %1 季</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>季节</translation>
    </message>
    <message>
        <source>Seasonal plot: %1</source>
        <translation>季节图：%1</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
</context>
<context>
    <name>foretrail::SeasonalView</name>
    <message>
        <source>One line a</source>
        <translation>每条线为一</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>This series has no calendar and no season.</source>
        <translation>此序列没有日历，也没有季节。</translation>
    </message>
    <message>
        <source>The last %1, the newest and the mean of all named.</source>
        <translation>最近 %1 条，标出最新一条和全部均值。</translation>
    </message>
    <message>
        <source>%1 lines, the newest and the mean named.</source>
        <translation>%1 条线，标出最新一条和均值。</translation>
    </message>
</context>
<context>
    <name>foretrail::SegmentActions</name>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Net value</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Share of revenue, %</source>
        <translation>收入占比，%</translation>
    </message>
    <message>
        <source>Value of an order</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>Days since the last purchase, median</source>
        <translation>距上次购买天数，中位数</translation>
    </message>
    <message>
        <source>Orders of a user, median</source>
        <translation>每用户订单，中位数</translation>
    </message>
    <message>
        <source>Value of a user, median</source>
        <translation>每用户金额，中位数</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Favourite categories</source>
        <translation>偏好类目</translation>
    </message>
    <message>
        <source>Counting users into segments</source>
        <translation>用户分群统计</translation>
    </message>
    <message>
        <source>Counting a segment</source>
        <translation>统计分群</translation>
    </message>
    <message>
        <source>%1, %2 % of revenue</source>
        <translation>%1，占收入 %2 %</translation>
    </message>
    <message>
        <source>Saving segment %1</source>
        <translation>保存分群 %1</translation>
    </message>
    <message>
        <source>Save the segment</source>
        <translation>保存分群</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Rename the segment</source>
        <translation>重命名分群</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Renaming segment %1</source>
        <translation>重命名分群 %1</translation>
    </message>
    <message>
        <source>Deleting segment %1</source>
        <translation>删除分群 %1</translation>
    </message>
    <message>
        <source>Export the users of %1</source>
        <translation>导出 %1 的用户</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Exporting %1 users</source>
        <translation>正在导出 %1 位用户</translation>
    </message>
    <message>
        <source>Export of %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>All users</source>
        <translation>全部用户</translation>
    </message>
    <message>
        <source>Comparing segments</source>
        <translation>比较分群</translation>
    </message>
    <message>
        <source>Segments side by side</source>
        <translation>分群对比</translation>
    </message>
    <message>
        <source>There is a segment %1 already. Replace it?</source>
        <translation>已有分群“%1”。要替换它吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln user(s)</source>
        <translation>
            <numerusform>%Ln 位用户中的 %1 位</numerusform>
        </translation>
    </message>
    <message>
        <source>delete segment %1</source>
        <translation>删除分群 %1</translation>
    </message>
    <message>
        <source>save segment %1</source>
        <translation>保存分群 %1</translation>
    </message>
    <message>
        <source>rename segment %1</source>
        <translation>重命名分群 %1</translation>
    </message>
</context>
<context>
    <name>foretrail::SegmentBook</name>
    <message>
        <source>Cluster %1</source>
        <translation>聚类 %1</translation>
    </message>
    <message>
        <source>There is no segment %1. There are: %2.</source>
        <translation>没有分群 %1。现有：%2。</translation>
    </message>
</context>
<context>
    <name>foretrail::SegmentChip</name>
    <message>
        <source>Show all users again</source>
        <translation>重新显示全部用户</translation>
    </message>
    <message numerus="yes">
        <source>Segment %1: %Ln user(s)</source>
        <translation>
            <numerusform>分群 %1：%Ln 位用户</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SegmentJudge</name>
    <message>
        <source>The log names no users, so there is nobody to put into segments.</source>
        <translation>日志没有用户标识，无法分群。</translation>
    </message>
    <message>
        <source>No event has a time: states, RFM scores, sessions by gaps and clusters by recency are not to be had; rules on counts and attributes work.</source>
        <translation>事件没有时间：无法得出状态、RFM 评分、按间隔划分的会话和按近度的聚类；按次数和属性的规则仍可使用。</translation>
    </message>
    <message>
        <source>Nobody bought anything: states and scores go by visits. If a kind of event is a purchase, say so on the page Data.</source>
        <translation>无人购买：状态与评分按到访计算。若某类事件即为购买，请在“数据”页注明。</translation>
    </message>
    <message>
        <source>There is one user only: scores compare nobody.</source>
        <translation>只有一个用户：评分没有可比对象。</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) look like robots; the condition &quot;robot&quot; finds them.</source>
        <translation>
            <numerusform>有 %n 个用户疑似机器人；可用条件“robot”找出。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SegmentPanel</name>
    <message>
        <source>All users</source>
        <translation>全部用户</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>Users are being counted into segments.</source>
        <translation>正在统计用户分群。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>自动选择数量</translation>
    </message>
    <message>
        <source>%1 clusters</source>
        <translation>%1 个聚类</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分群</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>分群</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>New rule…</source>
        <translation>新建规则…</translation>
    </message>
    <message>
        <source>Part users by what they are alike in</source>
        <translation>按相似之处划分用户</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>The selected segments side by side; one alone beside all users. Ctrl+click selects several.</source>
        <translation>并排比较所选分群；只选一个时与全部用户比较。按住 Ctrl 点击可多选。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>By recency and frequency (RFM)</source>
        <translation>按最近购买与频率（RFM）</translation>
    </message>
    <message>
        <source>By state (days of silence)</source>
        <translation>按状态（沉默天数）</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Share of revenue</source>
        <translation>收入占比</translation>
    </message>
</context>
<context>
    <name>foretrail::SegmentRule</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Net value</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Value of an order</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>Days since the last purchase</source>
        <translation>距上次购买天数</translation>
    </message>
    <message>
        <source>Days since the last visit</source>
        <translation>距上次到访天数</translation>
    </message>
    <message>
        <source>Days since the first visit</source>
        <translation>距首次到访天数</translation>
    </message>
    <message>
        <source>Days with a purchase</source>
        <translation>有购买的天数</translation>
    </message>
    <message>
        <source>Mean days between purchases</source>
        <translation>平均购买间隔（天）</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Days with a visit</source>
        <translation>有到访的天数</translation>
    </message>
    <message>
        <source>Different items</source>
        <translation>不同商品数</translation>
    </message>
    <message>
        <source>Rows bought</source>
        <translation>购买行数</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Put into the cart</source>
        <translation>加购</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>RFM segment</source>
        <translation>RFM 分群</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Events of the kind</source>
        <translation>此类事件</translation>
    </message>
    <message>
        <source>Looks like a robot</source>
        <translation>疑似机器人</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>A condition has no &quot;%1&quot;. It takes %2.</source>
        <translation>条件没有“%1”。可用：%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not among %2.</source>
        <translation>“%1”不在 %2 之中。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; compares nothing. Use &gt;=, &lt;=, &gt;, &lt;, = or !=.</source>
        <translation>“%1”不是比较符。请用 &gt;=、&lt;=、&gt;、&lt;、= 或 !=。</translation>
    </message>
    <message>
        <source>The condition on &quot;%1&quot; needs a number as its value.</source>
        <translation>关于“%1”的条件需要数值。</translation>
    </message>
    <message>
        <source>The condition on &quot;%1&quot; can only be = or !=.</source>
        <translation>关于“%1”的条件只能用 = 或 !=。</translation>
    </message>
    <message>
        <source>A condition on an attribute needs its name.</source>
        <translation>关于属性的条件需要属性名。</translation>
    </message>
    <message>
        <source>A condition on &quot;%1&quot; needs its key.</source>
        <translation>关于“%1”的条件需要键。</translation>
    </message>
    <message>
        <source>There is no condition on &quot;%1&quot;. There are: %2.</source>
        <translation>没有关于“%1”的条件。可用：%2。</translation>
    </message>
    <message>
        <source>The rule is nested too deeply.</source>
        <translation>规则嵌套过深。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands alone and holds %2.</source>
        <translation>“%1”须单独出现，并包含%2。</translation>
    </message>
    <message>
        <source>one rule</source>
        <translation>一条规则</translation>
    </message>
    <message>
        <source>a list of rules</source>
        <translation>规则列表</translation>
    </message>
    <message>
        <source>%1 %2: events %3 %4</source>
        <translation>%1 %2：事件 %3 %4</translation>
    </message>
    <message>
        <source>%1 %2: %3 %4 %5</source>
        <translation>%1 %2：%3 %4 %5</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>非 %1</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
</context>
<context>
    <name>foretrail::SegmentRuleDialog</name>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>新分群</translation>
    </message>
    <message>
        <source>Segment %1</source>
        <translation>分群 %1</translation>
    </message>
    <message>
        <source>Which conditions must hold</source>
        <translation>须满足的条件</translation>
    </message>
    <message>
        <source>All of these hold</source>
        <translation>满足以下全部</translation>
    </message>
    <message>
        <source>Any of these holds</source>
        <translation>满足以下任一</translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation>分群名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stays as it is: %1</source>
        <translation>保持原样：%1</translation>
    </message>
</context>
<context>
    <name>foretrail::SegmentStore</name>
    <message>
        <source>There is no segment %1: the workspace holds none yet. Save one first.</source>
        <translation>没有分群 %1：工作区尚无分群。请先保存一个。</translation>
    </message>
    <message>
        <source>There is no segment %1. There are: %2.</source>
        <translation>没有分群 %1。现有：%2。</translation>
    </message>
    <message>
        <source>A segment needs a name. Give it one.</source>
        <translation>分群需要名称。请命名。</translation>
    </message>
    <message>
        <source>There is a segment %1 already. Choose another name.</source>
        <translation>已有分群 %1。请换一个名称。</translation>
    </message>
    <message>
        <source>Names that begin with &quot;%1&quot; belong to the built-in segments. Choose another name.</source>
        <translation>以“%1”开头的名称属于内置分群。请换一个名称。</translation>
    </message>
</context>
<context>
    <name>foretrail::SegmentUsers</name>
    <message>
        <source>Cluster %1</source>
        <translation>聚类 %1</translation>
    </message>
    <message>
        <source>The segment was chosen by all that is known by now, the test part included, so its errors tell little.</source>
        <translation>该分群是按目前已知的全部数据（包括测试部分）选出的，因此其误差说明不了什么。</translation>
    </message>
    <message>
        <source>A segment has no &quot;%1&quot;. It takes key and rule.</source>
        <translation>分群没有“%1”这一项。它只有 key 和 rule。</translation>
    </message>
    <message>
        <source>A segment is a name, such as &quot;rfm:loyal&quot;, or an object with key and rule.</source>
        <translation>分群应为一个名称（例如 &quot;rfm:loyal&quot;），或含有 key 和 rule 的对象。</translation>
    </message>
    <message>
        <source>Imported series name no users, so a segment has no part in them. Show all users again, or choose a measure of the log.</source>
        <translation>导入的序列没有用户信息，因此无法按分群筛选。请重新显示全部用户，或选择日志中的指标。</translation>
    </message>
</context>
<context>
    <name>foretrail::Sentence</name>
    <message>
        <source>repeating the last value</source>
        <translation>重复最后一个值</translation>
    </message>
    <message>
        <source>repeating yesterday</source>
        <translation>重复昨天</translation>
    </message>
    <message>
        <source>repeating last week</source>
        <translation>重复上周</translation>
    </message>
    <message>
        <source>repeating last year</source>
        <translation>重复去年</translation>
    </message>
    <message>
        <source>repeating the last %1 steps</source>
        <translation>重复最近 %1 步</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 %2 v %3</source>
        <translation>%1 %2 对 %3</translation>
    </message>
    <message>
        <source>Further off than %1, which is exact here (%2)</source>
        <translation>不如%1，后者在此完全准确（%2）</translation>
    </message>
    <message>
        <source>As close as %1 (%2)</source>
        <translation>与%1一样准确（%2）</translation>
    </message>
    <message>
        <source>%1 % closer than %2 (%3)</source>
        <translation>误差比%2小 %1 %（%3）</translation>
    </message>
    <message>
        <source>%1 % further off than %2 (%3)</source>
        <translation>误差比%2大 %1 %（%3）</translation>
    </message>
    <message>
        <source>%1, p &lt; 0.01</source>
        <comment>p-value of a test</comment>
        <translation>%1，p &lt; 0.01</translation>
    </message>
    <message>
        <source>%1, p = %2</source>
        <comment>p-value of a test</comment>
        <translation>%1，p = %2</translation>
    </message>
    <message>
        <source>Not clearly different from %1 (%2)</source>
        <translation>与%1无明显差别（%2）</translation>
    </message>
    <message>
        <source>%1 % closer than %2 on one test part, which is too little to tell (%3)</source>
        <translation>在一个测试段上误差比%2小 %1 %，不足以下结论（%3）</translation>
    </message>
    <message>
        <source>%1 % further off than %2 on one test part, which is too little to tell (%3)</source>
        <translation>在一个测试段上误差比%2大 %1 %，不足以下结论（%3）</translation>
    </message>
    <message>
        <source>the mean of all before</source>
        <translation>取此前全部的均值</translation>
    </message>
    <message>
        <source>the simple baseline of each</source>
        <translation>各自的简单基线</translation>
    </message>
</context>
<context>
    <name>foretrail::SeriesButton</name>
    <message>
        <source>No series</source>
        <translation>没有序列</translation>
    </message>
    <message>
        <source>%1. Choose another series</source>
        <translation>%1。选择其他序列</translation>
    </message>
</context>
<context>
    <name>foretrail::SeriesChecker</name>
    <message>
        <source>Reading favourites and exceptions</source>
        <translation>正在读取收藏和异常</translation>
    </message>
    <message numerus="yes">
        <source>Checking with %1, %n steps ahead</source>
        <translation>
            <numerusform>正在用 %1 检查，向前 %n 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking %n series for exceptions</source>
        <translation>
            <numerusform>正在检查 %n 个序列有无异常</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking series</source>
        <translation>检查序列</translation>
    </message>
    <message numerus="yes">
        <source>%1 Checked with %2, %n steps ahead.</source>
        <translation>
            <numerusform>%1 用 %2 检查，向前 %n 步。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keeping a favourite</source>
        <translation>正在保存收藏</translation>
    </message>
</context>
<context>
    <name>foretrail::SeriesListModel</name>
    <message>
        <source> · error %1 %</source>
        <translation> · 误差 %1 %</translation>
    </message>
    <message>
        <source> · %1 % too high</source>
        <comment>a forecast</comment>
        <translation> · 偏高 %1 %</translation>
    </message>
    <message>
        <source> · %1 % too low</source>
        <comment>a forecast</comment>
        <translation> · 偏低 %1 %</translation>
    </message>
    <message>
        <source> · skill %1 %</source>
        <translation> · 技巧分 %1 %</translation>
    </message>
    <message>
        <source>favourite, %1</source>
        <translation>已收藏，%1</translation>
    </message>
</context>
<context>
    <name>foretrail::SeriesLoader</name>
    <message>
        <source>No data yet. Import a log or a table of series.</source>
        <translation>还没有数据。请导入日志或序列表。</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Reading series</source>
        <translation>读取序列</translation>
    </message>
</context>
<context>
    <name>foretrail::SeriesOutlook</name>
    <message>
        <source>its 80 % band held only %1 of the test part</source>
        <translation>其 80 % 区间只覆盖了测试段的 %1</translation>
    </message>
    <message>
        <source>its 80 % band is wider than twice what is expected</source>
        <translation>其 80 % 区间宽于预计值的两倍</translation>
    </message>
</context>
<context>
    <name>foretrail::SeriesSink</name>
    <message>
        <source>%1 dates do not fall on the first moment of their %2: each value is kept under the %2 that holds it (weeks begin on Monday).</source>
        <translation>%1 个日期不在所属%2的起点：每个值归入其所在的%2（每周从星期一开始）。</translation>
    </message>
    <message>
        <source>%1 values differ from the one that is already stored for their series and time; the stored one was kept.</source>
        <translation>%1 个值与同一序列、同一时间已保存的值不同；保留已保存的值。</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1 values are missing and are kept as gaps.</source>
        <translation>缺失 %1 个值，保留为空缺。</translation>
    </message>
    <message>
        <source>The steps of this file have no dates and count from 0, as those stored before. If it is another part of the same series, give its start, or import it into another workspace.</source>
        <translation>此文件的时间步没有日期，从 0 开始计数，与之前存储的相同。如果它是同一序列的另一部分，请给出其起点，或将其导入另一个工作区。</translation>
    </message>
    <message numerus="yes">
        <source>%n series of this file have no value at all, so that none is listed for them: %1</source>
        <translation>
            <numerusform>此文件中有 %n 个序列没有任何数值，因此不列出：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SessionList</name>
    <message>
        <source>Key of a session or of its user</source>
        <translation>会话或其用户的键</translation>
    </message>
    <message>
        <source>Session or user</source>
        <translation>会话或用户</translation>
    </message>
    <message>
        <source>Shows the sessions whose key, or that of their user, contains this. Enter asks for the session of exactly this key.</source>
        <translation>显示键中（或其用户的键中）包含此文字的会话。按回车则查询键与此完全相同的会话。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Sessions, the latest first</source>
        <translation>会话，最新的在前</translation>
    </message>
    <message>
        <source>A session is one visit or one invoice, as the log names it.</source>
        <translation>会话即日志中标明的一次访问或一张发票。</translation>
    </message>
    <message>
        <source>%1 of %2 sessions</source>
        <translation>%2 个会话中的 %1 个</translation>
    </message>
    <message>
        <source>Reading sessions</source>
        <translation>读取会话</translation>
    </message>
    <message>
        <source>No session and no user of one is named like that.</source>
        <translation>没有会话或其用户使用这样的名称。</translation>
    </message>
    <message>
        <source>The log names no sessions. Choose a user, or import the log with a column of sessions.</source>
        <translation>日志没有会话。请选择用户，或导入带会话列的日志。</translation>
    </message>
    <message>
        <source>There are no sessions.</source>
        <translation>没有会话。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s), the latest first</source>
        <translation>
            <numerusform>%Ln 个会话，最近的在前</numerusform>
        </translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln 个会话</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SessionsModel</name>
    <message>
        <source>Reading sessions</source>
        <translation>读取会话</translation>
    </message>
    <message>
        <source>Searching sessions</source>
        <translation>搜索会话</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>行为事件</translation>
    </message>
    <message>
        <source>Events that name an item</source>
        <translation>带有商品的事件</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Last item</source>
        <translation>最后商品</translation>
    </message>
    <message>
        <source>Sorting sessions</source>
        <translation>会话排序</translation>
    </message>
</context>
<context>
    <name>foretrail::SetAside</name>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>foretrail::SettingTexts</name>
    <message>
        <source>Lookback</source>
        <translation>回看窗口</translation>
    </message>
    <message>
        <source>Steps of the past that the model sees at once</source>
        <translation>模型一次看到的历史步数</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Recurrent layers, one above the other</source>
        <translation>循环层的层数</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>Units in each layer</source>
        <translation>每层的单元数</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>丢弃率</translation>
    </message>
    <message>
        <source>Share of the units between layers left out while training, 0 to 0.9</source>
        <translation>训练时层间随机丢弃的单元比例，0 到 0.9</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Windows between two updates of the weights</source>
        <translation>每次更新权重所用的窗口数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Passes over the training part, at most</source>
        <translation>遍历训练段的最多次数</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>早停耐心</translation>
    </message>
    <message>
        <source>Epochs without a better validation loss before the training stops early</source>
        <translation>验证损失连续多少轮没有改善即早停</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>What the training makes small</source>
        <translation>训练所最小化的量</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Min-max brings the values to 0 to 1; it is fitted on the training part only</source>
        <translation>最小-最大归一化把数值缩放到 0 到 1，仅按训练段计算</translation>
    </message>
    <message>
        <source>Season inputs</source>
        <translation>季节输入</translation>
    </message>
    <message>
        <source>The place in the season beside the value at each step</source>
        <translation>每一步除数值外还输入其在季节中的位置</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed, settings and data give the same numbers</source>
        <translation>种子、设置和数据相同，结果就相同</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>季节长度</translation>
    </message>
    <message>
        <source>Steps until the pattern comes again; 0: the usual season of the step</source>
        <translation>模式重复的步数；0：该步长的常用季节</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>AR order</source>
        <translation>AR 阶数</translation>
    </message>
    <message>
        <source>by AICc</source>
        <translation>按 AICc</translation>
    </message>
    <message>
        <source>Highest AR order</source>
        <translation>最高 AR 阶数</translation>
    </message>
    <message>
        <source>The largest order tried; 0: from the length and the season</source>
        <translation>尝试的最大阶数；0：由长度和季节决定</translation>
    </message>
    <message>
        <source>Fourier pairs</source>
        <translation>傅里叶对数</translation>
    </message>
    <message>
        <source>Sine and cosine pairs for the season; -1: chosen by AICc</source>
        <translation>描述季节的正弦余弦对数；-1：按 AICc 选择</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>预测步长</translation>
    </message>
    <message>
        <source>Test part</source>
        <translation>测试段</translation>
    </message>
    <message>
        <source>The last observations, kept from the model and used to judge it</source>
        <translation>最后若干观测值，不给模型看，用来评判模型</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Validation part</source>
        <translation>验证段</translation>
    </message>
    <message>
        <source>The observations before the test part, used to stop early</source>
        <translation>测试段之前的观测值，用于早停</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>Huber</translation>
    </message>
    <message>
        <source>min-max</source>
        <translation>最小-最大</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>setting and its value: Lookback 30</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>How the series is cleaned and prepared before a model sees it</source>
        <translation>序列在交给模型之前如何清洗和准备</translation>
    </message>
    <message>
        <source>The series stays as it is</source>
        <translation>序列保持原样</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the steps of a recipe</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Recipe: %1</source>
        <translation>配方：%1</translation>
    </message>
    <message>
        <source>Recipe %1: %2</source>
        <comment>name of a recipe: its steps</comment>
        <translation>配方 %1：%2</translation>
    </message>
    <message>
        <source>Form of the season</source>
        <translation>季节形式</translation>
    </message>
    <message>
        <source>Additive: always as high; multiplicative: grows with the level</source>
        <translation>加法：幅度不变；乘法：幅度随水平增大</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑系数</translation>
    </message>
    <message>
        <source>Weight of the latest demand, 0 to 1; -1: chosen by one-step error</source>
        <translation>最近一次需求的权重，0 到 1；-1：按一步误差选择</translation>
    </message>
    <message>
        <source>by one-step error</source>
        <translation>按一步误差</translation>
    </message>
    <message>
        <source>Smoothing of the probability</source>
        <translation>概率平滑系数</translation>
    </message>
    <message>
        <source>Weight of the latest step in the probability of demand, 0 to 1; -1: chosen by one-step error</source>
        <translation>最近一步在需求概率中的权重，0 到 1；-1：按一步误差选择</translation>
    </message>
    <message>
        <source>additive</source>
        <translation>加法</translation>
    </message>
    <message>
        <source>multiplicative</source>
        <translation>乘法</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>No forecast and no band lies below; empty: 0 where the data never was negative</source>
        <translation>预测值和置信区间都不会低于此值；留空：数据从未为负时取 0</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>No forecast and no band lies above; empty: none</source>
        <translation>预测值和置信区间都不会高于此值；留空：不设上限</translation>
    </message>
    <message>
        <source>Whole units</source>
        <translation>取整数</translation>
    </message>
    <message>
        <source>Forecasts are rounded; bands are widened to whole units, so that they hold at least what they promise</source>
        <translation>预测值四舍五入为整数；置信区间向外取整，实际覆盖率不低于标称水平</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>Moments of the past from which each model forecasts</source>
        <translation>每个模型开始预测的过去时刻的个数</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Steps between two origins; shorter than the horizon, forecasts overlap</source>
        <translation>两个预测起点之间的步数；短于预测步长时，预测会重叠</translation>
    </message>
    <message>
        <source>the horizon</source>
        <translation>同预测步长</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Expanding: a fold knows all before its origin; sliding: the last steps only</source>
        <translation>扩展：每折知道起点之前的全部；滑动：只知道最后若干步</translation>
    </message>
    <message>
        <source>Length of the window</source>
        <translation>窗口长度</translation>
    </message>
    <message>
        <source>Steps that a sliding window holds; 0: as many as lie before the first origin</source>
        <translation>滑动窗口包含的步数；0 表示与第一个预测起点之前一样多</translation>
    </message>
    <message>
        <source>Fit models</source>
        <translation>拟合模型</translation>
    </message>
    <message>
        <source>In every fold, or once before the first origin: then they only follow the data, as a stored model does</source>
        <translation>每一折都拟合，或只在第一个预测起点之前拟合一次：之后只跟随数据，如同已保存的模型</translation>
    </message>
    <message>
        <source>expanding</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>sliding</source>
        <translation>滑动</translation>
    </message>
    <message>
        <source>each fold</source>
        <translation>每一折</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>Values before that are weighed; -1: chosen for the series</source>
        <translation>参与加权的先前值的个数；-1：按序列选择</translation>
    </message>
    <message>
        <source>Estimator</source>
        <translation>估计方法</translation>
    </message>
    <message>
        <source>Order chosen by</source>
        <translation>阶数选择依据</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Names of the models that are combined, with commas between; empty: those that suit the series</source>
        <translation>要组合的模型名称，用逗号分隔；留空：选用适合该序列的模型</translation>
    </message>
    <message>
        <source>Weighing</source>
        <translation>加权方式</translation>
    </message>
    <message>
        <source>What the members count, by what they missed at earlier origins or without that</source>
        <translation>各成员所占的分量：依据先前起点的误差，或不依据误差</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>stacking</source>
        <translation>堆叠</translation>
    </message>
    <message>
        <source>of the model</source>
        <translation>由模型给出</translation>
    </message>
    <message>
        <source>How the weights of the values before are found; regression is by ordinary least squares, and by Burg where that would run away</source>
        <translation>如何求得先前各值的权重；“回归”为普通最小二乘，若其结果会发散则改用 Burg 法</translation>
    </message>
    <message>
        <source>regression</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>trials</source>
        <translation>试预测</translation>
    </message>
    <message>
        <source>by errors</source>
        <translation>按误差</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>等权</translation>
    </message>
    <message>
        <source>by trials</source>
        <translation>由试预测</translation>
    </message>
    <message>
        <source>AICc; AIC: more values; BIC: fewer; trials: what would have forecast best from earlier origins, which takes longer</source>
        <translation>AICc；AIC：更多的值；BIC：更少的值；试验：从更早的起点看哪一个预测得最好，耗时较长</translation>
    </message>
    <message>
        <source>Step size of the optimiser, usually 0.001</source>
        <translation>优化器的步长，通常为 0.001</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How the weights follow the gradient</source>
        <translation>权重如何沿梯度更新</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调整</translation>
    </message>
    <message>
        <source>How the learning rate changes: not at all, down a cosine to a tenth, or halved where the validation loss stands still</source>
        <translation>学习率如何变化：不变、按余弦降至十分之一，或在验证损失停滞时减半</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Share of the weights that each step takes away; 0: none</source>
        <translation>每一步去掉的权重比例；0：不衰减</translation>
    </message>
    <message>
        <source>Clip gradient</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Longest gradient of a batch; 0: any length</source>
        <translation>每批梯度的最大长度；0：不限</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>plateau</source>
        <translation>停滞时减半</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation>自适应</translation>
    </message>
    <message>
        <source>Steps of the past in a window; 0: two seasons, or two horizons if that is more</source>
        <translation>窗口中过去的步数；0：两个季节，或两个预测期（取较大者）</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>Steps that a cell takes in at once; 0: so that a window has some eight</source>
        <translation>单元一次读入的步数；0：使一个窗口约有八段</translation>
    </message>
    <message>
        <source>Linear part</source>
        <translation>线性部分</translation>
    </message>
    <message>
        <source>An autoregression on all values of the window beside the cells, learnt together with them</source>
        <translation>在单元之外对窗口全部数值的自回归，与单元一同学习</translation>
    </message>
    <message>
        <source>Numbers for a series</source>
        <translation>序列的数字</translation>
    </message>
    <message>
        <source>Learnt numbers that tell the series apart; 0: the network knows them by their windows alone</source>
        <translation>用来区分各序列的学得的数字；0：网络只凭窗口识别序列</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Of this region, on the steps of a window and on those ahead</source>
        <translation>该地区的节假日，作用于窗口内和未来的各步</translation>
    </message>
    <message>
        <source>What the training makes small; pinball: quantiles, from which the bands come; the last two are for counts</source>
        <translation>训练要减小的量；pinball：分位数，区间由此得出；最后两种用于计数</translation>
    </message>
    <message>
        <source>Windows an epoch</source>
        <translation>每轮窗口数</translation>
    </message>
    <message>
        <source>Drawn from all series, at most</source>
        <translation>至多从所有序列抽取这么多</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络数</translation>
    </message>
    <message>
        <source>Of different seeds, whose median counts</source>
        <translation>不同种子的网络，取其中位数</translation>
    </message>
    <message>
        <source>pinball</source>
        <translation>pinball</translation>
    </message>
    <message>
        <source>negative binomial</source>
        <translation>负二项</translation>
    </message>
    <message>
        <source>Tweedie</source>
        <translation>Tweedie</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>England and Wales</source>
        <translation>英格兰和威尔士</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>Recurrent dropout</source>
        <translation>循环丢弃率</translation>
    </message>
    <message>
        <source>Share of the weights from one step to the next left out while training, 0 to 0.9</source>
        <translation>训练时舍去的步间权重比例，0 到 0.9</translation>
    </message>
    <message>
        <source>By trials: from what the model missed at earlier origins; adaptive: the same, wider or narrower as data that comes in later asks; else as the model says itself</source>
        <translation>由试预测：取自模型在更早起点上的误差；自适应：同上，并随之后到来的数据加宽或收窄；否则由模型自身给出</translation>
    </message>
    <message>
        <source>What trains: Foretrail&apos;s own code, or LibTorch, which gives nearly the same numbers, slower on the processor, or on a GPU where one is built in</source>
        <translation>用什么训练：Foretrail 自己的代码，或 LibTorch（数值几乎相同，在处理器上较慢，装有 GPU 时可在 GPU 上计算）</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Names of what imported tables say of the series, and the category of items, with commas between; all: whatever is known</source>
        <translation>导入的表格中关于序列的项目名称，以及商品的类别，用逗号分隔；all：所有已知的</translation>
    </message>
    <message>
        <source>LibTorch on GPU</source>
        <translation>GPU 上的 LibTorch</translation>
    </message>
    <message>
        <source>All steps at once</source>
        <translation>一次预测所有步</translation>
    </message>
    <message>
        <source>The network says every step of the horizon at once; else one step ahead, again and again</source>
        <translation>网络一次给出预测步长内的所有步；否则每次向前一步，逐步推进</translation>
    </message>
    <message>
        <source>Steps to forecast</source>
        <translation>要预测的步数</translation>
    </message>
</context>
<context>
    <name>foretrail::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Reading the settings of the workspace</source>
        <translation>正在读取工作区的设置</translation>
    </message>
    <message>
        <source>Keeping the settings of the workspace</source>
        <translation>正在保存工作区的设置</translation>
    </message>
    <message>
        <source>&amp;Hide the ids of users in this workspace</source>
        <translation>在此工作区中隐藏用户 ID(&amp;H)</translation>
    </message>
    <message>
        <source>Lists, profiles and exports call them u-7kq2m9xa and the like; only this workspace leads back to them.</source>
        <translation>列表、画像和导出中改用 u-7kq2m9xa 这样的名称；只有此工作区能找回对应的用户。</translation>
    </message>
    <message>
        <source>&amp;Smallest group in exports</source>
        <translation>导出的最小分组(&amp;S)</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Lists and tables of users that are exported withhold smaller groups. What is on screen shows everybody.</source>
        <translation>导出用户名单和表格时，不含更小的分组。屏幕上仍显示所有人。</translation>
    </message>
    <message>
        <source>&amp;Company on reports</source>
        <translation>报告上的公司(&amp;C)</translation>
    </message>
    <message>
        <source>L&amp;ogo on reports</source>
        <translation>报告上的徽标(&amp;O)</translation>
    </message>
</context>
<context>
    <name>foretrail::SharedStrings</name>
    <message>
        <source>A cell names the shared text %1, but there are only %2. Open the workbook in the program that wrote it and save it again.</source>
        <translation>某个单元格引用了共享文本 %1，但总共只有 %2 条。请用生成该工作簿的程序打开并重新保存。</translation>
    </message>
    <message>
        <source>%1 has more than %2 MiB of text. Save its sheet as CSV and import that.</source>
        <translation>%1 的文本超过 %2 MiB。请把工作表另存为 CSV 后导入。</translation>
    </message>
</context>
<context>
    <name>foretrail::SheetRows</name>
    <message>
        <source>the row has more than %1 columns</source>
        <translation>该行超过 %1 列</translation>
    </message>
    <message>
        <source>the row is longer than %1 MiB</source>
        <translation>该行长度超过 %1 MiB</translation>
    </message>
    <message>
        <source>%1, row %2: %3</source>
        <translation>%1 第 %2 行：%3</translation>
    </message>
</context>
<context>
    <name>foretrail::ShopLog</name>
    <message>
        <source>Near it: %1.</source>
        <translation>相近的有：%1。</translation>
    </message>
    <message>
        <source>No event of this workspace names an item. Import a log with a column of items first.</source>
        <translation>此工作区中没有事件指明商品。请先导入带有商品列的日志。</translation>
    </message>
    <message>
        <source>The log names neither users nor sessions, so nothing follows anything. Import it with a user or a session column.</source>
        <translation>日志中既没有用户也没有会话，因此没有先后关系。请连同用户列或会话列一起导入。</translation>
    </message>
    <message>
        <source>Nothing lies before that time that could be learnt from.</source>
        <translation>该时间之前没有可供学习的数据。</translation>
    </message>
    <message>
        <source>There is no item &quot;%1&quot;.</source>
        <translation>没有商品“%1”。</translation>
    </message>
    <message>
        <source>The log names no categories. Import it with a category column.</source>
        <translation>日志中没有类目。请连同类目列一起导入。</translation>
    </message>
    <message>
        <source>There is no category &quot;%1&quot;.</source>
        <translation>没有类目“%1”。</translation>
    </message>
    <message>
        <source>Nothing is left to learn from.</source>
        <translation>没有可供学习的内容。</translation>
    </message>
</context>
<context>
    <name>foretrail::ShopperCache</name>
    <message>
        <source>Reading when events were</source>
        <translation>正在读取事件时间</translation>
    </message>
</context>
<context>
    <name>foretrail::ShopperFile</name>
    <message>
        <source>Writing users</source>
        <translation>正在写出用户</translation>
    </message>
</context>
<context>
    <name>foretrail::ShopperList</name>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Of whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Search users</source>
        <translation>搜索用户</translation>
    </message>
    <message>
        <source>The log names no users. Ask for a session.</source>
        <translation>日志中没有用户。请查询会话。</translation>
    </message>
    <message>
        <source>No user is named like that.</source>
        <translation>没有名称匹配的用户。</translation>
    </message>
    <message>
        <source>Search users (%1)</source>
        <translation>搜索用户（%1）</translation>
    </message>
</context>
<context>
    <name>foretrail::ShopperReader</name>
    <message>
        <source>Reading events</source>
        <translation>正在读取事件</translation>
    </message>
    <message>
        <source>The events have no time, only an order: nobody can tell from them what a user does within days. Import a log with times. Next items can be told all the same.</source>
        <translation>事件只有先后顺序，没有时间，无法据此判断用户几天内会做什么。请导入带时间的日志；下一件商品的预测仍可使用。</translation>
    </message>
    <message>
        <source>No event says which user it is of, so nothing can be said of users. Import a log with a user column; forecasts work without it.</source>
        <translation>没有任何事件注明所属用户，因此无法分析用户。请导入带用户列的日志；销量预测不受影响。</translation>
    </message>
    <message>
        <source>The workspace holds no events. Import a log that says who did what and when.</source>
        <translation>工作区中没有事件。请导入记录了何人、何时、做了什么的日志。</translation>
    </message>
</context>
<context>
    <name>foretrail::SimilarUsers</name>
    <message numerus="yes">
        <source>%n item(s) in common</source>
        <translation>
            <numerusform>共同商品 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>orders %1 and %2</source>
        <translation>订单 %1 与 %2</translation>
    </message>
    <message>
        <source>sessions %1 and %2</source>
        <translation>会话 %1 与 %2</translation>
    </message>
    <message>
        <source>value %1 and %2</source>
        <translation>金额 %1 与 %2</translation>
    </message>
    <message>
        <source>days since the last purchase %1 and %2</source>
        <translation>距上次购买的天数 %1 和 %2</translation>
    </message>
</context>
<context>
    <name>foretrail::SimplePolicies</name>
    <message>
        <source>drawn evenly from all items</source>
        <translation>从所有商品中均匀抽取</translation>
    </message>
    <message>
        <source>no rule holds: drawn evenly from all items</source>
        <translation>没有规则成立：从所有商品中均匀抽取</translation>
    </message>
    <message>
        <source>rule %1 holds</source>
        <translation>规则 %1 成立</translation>
    </message>
    <message>
        <source>to explore: rule %1 has another item</source>
        <translation>用于探索：规则 %1 对应另一个商品</translation>
    </message>
    <message>
        <source>no score for this user: drawn evenly from all items</source>
        <translation>该用户没有得分：从所有商品中均匀抽取</translation>
    </message>
    <message>
        <source>place %1 of %2 by the score of the model</source>
        <translation>按模型得分排第 %1（共 %2）</translation>
    </message>
</context>
<context>
    <name>foretrail::SocketFeed</name>
    <message>
        <source>Port %1 of %2 cannot be opened: %3.</source>
        <translation>无法打开 %2 的端口 %1：%3。</translation>
    </message>
    <message>
        <source>Another program listens at the socket %1.</source>
        <translation>另一个程序正在监听套接字 %1。</translation>
    </message>
    <message>
        <source>The socket %1 cannot be opened: %2.</source>
        <translation>无法打开套接字 %1：%2。</translation>
    </message>
    <message>
        <source>A sender is gone in the middle of a line, which is dropped.</source>
        <translation>一个发送方在一行中途断开，该行已丢弃。</translation>
    </message>
</context>
<context>
    <name>foretrail::SourceSeries</name>
    <message>
        <source>There is no series &quot;%1&quot;.</source>
        <translation>没有序列“%1”。</translation>
    </message>
    <message>
        <source>The workspace holds no imported series. Import a table of series first, or group events by total, item, category or kind.</source>
        <translation>工作区没有导入的序列。请先导入序列表，或按 total、item、category 或 kind 对事件分组。</translation>
    </message>
    <message>
        <source>Reading series</source>
        <translation>正在读取序列</translation>
    </message>
    <message>
        <source>Series %1 spans %2 steps, more than memory should hold. Check its times for a wrong year.</source>
        <translation>序列 %1 跨 %2 步，超出内存限度。请检查时间中的年份是否有误。</translation>
    </message>
</context>
<context>
    <name>foretrail::SourceShape</name>
    <message>
        <source>%1 is a workbook of a kind that Foretrail does not read. Save it as .xlsx or as CSV.</source>
        <translation>%1 是 Foretrail 不支持的工作簿类型。请另存为 .xlsx 或 CSV。</translation>
    </message>
    <message>
        <source>%1 is a document, not a table. Save its table as .xlsx or as CSV.</source>
        <translation>%1 是文档，不是表格。请把其中的表格另存为 .xlsx 或 CSV。</translation>
    </message>
    <message>
        <source>%1 is a workbook of the old .xls kind, or one behind a password. Save it as .xlsx without a password, or as CSV.</source>
        <translation>%1 是旧式 .xls 工作簿，或设有密码。请另存为不带密码的 .xlsx 或 CSV。</translation>
    </message>
</context>
<context>
    <name>foretrail::SourcesModel</name>
    <message>
        <source>%1 of %2 files done: %3 rows stored, %4 rejected.</source>
        <translation>共 %2 个文件，已完成 %1 个：入库 %3 行，拒绝 %4 行。</translation>
    </message>
    <message>
        <source> %1 could not be read.</source>
        <translation>另有 %1 个文件无法读取。</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>being imported</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>读入行数</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已入库</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source> %1 without rows.</source>
        <translation>其中 %1 个文件没有数据行。</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>没有数据行</translation>
    </message>
    <message>
        <source>to be looked at</source>
        <translation>待查看</translation>
    </message>
</context>
<context>
    <name>foretrail::SourcesView</name>
    <message>
        <source>Files of this import</source>
        <translation>此次导入的文件</translation>
    </message>
</context>
<context>
    <name>foretrail::SpanStep</name>
    <message>
        <source>This series has no dates. Remove the step.</source>
        <translation>该序列没有日期。请移除这一步。</translation>
    </message>
    <message>
        <source>Nothing of the series lies between these days: it reaches from %1 to %2.</source>
        <translation>该序列在这些日子之间没有内容：它从 %1 到 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n steps lie outside and were cut off.</source>
        <translation>
            <numerusform>有 %n 步在范围之外，已截去。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not a date. Write it as 2011-11-01.</source>
        <translation>%1 不是日期。请写成 2011-11-01。</translation>
    </message>
    <message>
        <source>Span of days</source>
        <translation>日期范围</translation>
    </message>
    <message>
        <source>Cuts off what lies before a first and behind a last day: stray dates far from all others, years that no longer count.</source>
        <translation>截去第一天之前和最后一天之后的部分：远离其他日期的错乱日期、不再有意义的年份。</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Such as 2011-11-01; empty: as the data begins.</source>
        <translation>如 2011-11-01；留空：从数据开始。</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Such as 2011-12-09; empty: as the data ends.</source>
        <translation>如 2011-12-09；留空：到数据结束。</translation>
    </message>
</context>
<context>
    <name>foretrail::SpecReader</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is not a whole number from %2 to %3.</source>
        <translation>%1 应为 %2 到 %3 之间的整数。</translation>
    </message>
    <message>
        <source>%1 is not a whole number from 0 on.</source>
        <translation>%1 应为不小于 0 的整数。</translation>
    </message>
    <message>
        <source>%1 is not a number from %2 to %3.</source>
        <translation>%1 应为 %2 到 %3 之间的数。</translation>
    </message>
    <message>
        <source>%1 is not a list of numbers from %2 to %3.</source>
        <translation>%1 应为 %2 到 %3 之间的数的列表。</translation>
    </message>
    <message>
        <source>%1 is not a text.</source>
        <translation>%1 应为文本。</translation>
    </message>
    <message>
        <source>%1 is not an object.</source>
        <translation>%1 应为对象。</translation>
    </message>
    <message>
        <source>%1 is not a setting here. There are: %2.</source>
        <translation>%1 不是此处的设置。现有：%2。</translation>
    </message>
    <message>
        <source>%1 is neither true nor false.</source>
        <translation>%1 应为 true 或 false。</translation>
    </message>
    <message>
        <source>%1 is not a number.</source>
        <translation>%1 不是有效的数值。</translation>
    </message>
    <message>
        <source>%1 is not a list of texts.</source>
        <translation>%1 不是文本列表。</translation>
    </message>
</context>
<context>
    <name>foretrail::SpectrumChart</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <translation>
            <numerusform>%n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quarters</source>
        <translation>
            <numerusform>%n 个季度</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation>%1 周</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 个月</translation>
    </message>
    <message>
        <source>%1 quarters</source>
        <translation>%1 个季度</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>频谱</translation>
    </message>
    <message>
        <source>Power by period</source>
        <translation>各周期的功率</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功率</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <comment>period (share)</comment>
        <translation>%1（%2%）</translation>
    </message>
    <message>
        <source>No period stands out.</source>
        <translation>没有突出的周期。</translation>
    </message>
    <message>
        <source>Strongest: %1.</source>
        <translation>最强：%1。</translation>
    </message>
</context>
<context>
    <name>foretrail::SpectrumView</name>
    <message>
        <source>No season is proposed.</source>
        <translation>没有建议的季节。</translation>
    </message>
    <message>
        <source>Proposed seasons: %1.</source>
        <translation>建议的季节：%1。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>strongest periods, proposed seasons</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The series is too short for a spectrum.</source>
        <translation>序列太短，无法计算频谱。</translation>
    </message>
    <message>
        <source>Looking for periods</source>
        <translation>正在寻找周期</translation>
    </message>
</context>
<context>
    <name>foretrail::SpendFit</name>
    <message>
        <source>Of too few users it is known what they spent on a second day: %1, where %2 are needed.</source>
        <translation>知道再次购买金额的用户太少：%1 位，需要 %2 位。</translation>
    </message>
    <message>
        <source>All users spend too much the same, or each of them does: there is nothing to learn of spend.</source>
        <translation>所有用户的花费或每位用户各次的花费过于相同：无法从中学到花费的规律。</translation>
    </message>
</context>
<context>
    <name>foretrail::StackedPartsDrawing</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>Sat 24 Dec 2011, Weekday: 31</comment>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>foretrail::StartPage</name>
    <message>
        <source>Open the sample shop</source>
        <translation>打开示例商店</translation>
    </message>
    <message>
        <source>A made-up shop with two years of sales and visits, to look around in without a file of your own.</source>
        <translation>虚构的商店，含两年的销售和访问记录；没有自己的文件也可以随意浏览。</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Sales lines, clicks or ready-made series as CSV, also compressed. Dropping a file on the window does the same.</source>
        <translation>CSV 格式的销售明细、点击或现成序列，压缩文件也可以。把文件拖到窗口上效果相同。</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Go on with a .foretrail file: its data, runs and forecasts are all inside.</source>
        <translation>继续使用 .foretrail 文件：数据、训练记录和预测都在其中。</translation>
    </message>
    <message>
        <source>&amp;New workspace</source>
        <translation>新建工作区(&amp;N)</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>最近的工作区</translation>
    </message>
    <message>
        <source>Workspaces that you open are listed here.</source>
        <translation>打开过的工作区会列在这里。</translation>
    </message>
    <message>
        <source>%1 is open, with %2 rows.</source>
        <translation>已打开 %1，共 %2 行。</translation>
    </message>
    <message>
        <source>Forecast what will sell and understand who buys. No data leaves this machine.</source>
        <translation>预测销售，了解顾客。数据不会离开本机。</translation>
    </message>
    <message>
        <source>Looking at recent workspaces</source>
        <translation>正在查看最近的工作区</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Open the &amp;teaching series</source>
        <translation>打开教学序列(&amp;T)</translation>
    </message>
    <message>
        <source>Three made-up series for a class: a random walk, a week with noise, a shift of level. Each shows what a model can and cannot learn.</source>
        <translation>三个供课堂使用的虚构序列：随机游走、带噪声的周规律、水平突变。各自说明模型能学到什么、学不到什么。</translation>
    </message>
</context>
<context>
    <name>foretrail::StateDrawing</name>
    <message>
        <source>(not over)</source>
        <translation>（未结束）</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: %Ln user(s)</source>
        <translation>
            <numerusform>%1，%2：%Ln 位用户</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::StateStrip</name>
    <message>
        <source>States over time</source>
        <translation>状态变化</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1：%2 至 %3</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1：自 %2 起</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>foretrail::StatusLine</name>
    <message>
        <source>No jobs are running</source>
        <translation>没有正在运行的任务</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>job and how far it is</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, and %2 more</source>
        <translation>%1，另有 %2 个</translation>
    </message>
    <message>
        <source>Show the jobs (Ctrl+J)</source>
        <translation>显示任务 (Ctrl+J)</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1, read-only</source>
        <translation>%1，只读</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>没有打开的工作区</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
</context>
<context>
    <name>foretrail::StayView</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>not enough evidence</source>
        <translation>证据不足</translation>
    </message>
    <message>
        <source>P(active)</source>
        <translation>P(活跃)</translation>
    </message>
    <message numerus="yes">
        <source>Purchases in %n day(s)</source>
        <translation>
            <numerusform>%n 天内的购买</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No purchase in %n day(s)</source>
        <translation>
            <numerusform>%n 天内不购买</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Value in %n day(s)</source>
        <translation>
            <numerusform>%n 天内的价值</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether this user stays, and what they are worth</source>
        <translation>该用户是否会留下，价值多少</translation>
    </message>
    <message>
        <source>Model of buyers</source>
        <translation>买家模型</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>预测期</translation>
    </message>
</context>
<context>
    <name>foretrail::StepInfo</name>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 或以上</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>a whole number, %1</source>
        <translation>整数，%1</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 之一</translation>
    </message>
    <message>
        <source>a list of some of %1</source>
        <translation>由 %1 中若干项组成的列表</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a list of objects that name a series each</source>
        <translation>对象列表，每个指明一个序列</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>该列表</translation>
    </message>
    <message>
        <source>%1 is not a setting of this step, which has none.</source>
        <translation>%1 不是这一步的设置；这一步没有设置。</translation>
    </message>
    <message>
        <source>%1 is not a setting of this step. Allowed: %2.</source>
        <translation>%1 不是这一步的设置。可用：%2。</translation>
    </message>
    <message>
        <source>%1 does not fit. Allowed: %2.</source>
        <translation>%1 不合适。允许：%2。</translation>
    </message>
    <message>
        <source>a list of whole numbers, each once, %1</source>
        <translation>整数列表，每个只出现一次，%1</translation>
    </message>
    <message>
        <source>a list of dates such as 2011-12-25 or 2011-12-24/2011-12-26, each with a name behind it if you like</source>
        <translation>日期列表，如 2011-12-25 或 2011-12-24/2011-12-26，后面可各加一个名称</translation>
    </message>
</context>
<context>
    <name>foretrail::StepInspector</name>
    <message>
        <source>No step is selected.</source>
        <translation>没有选中步骤。</translation>
    </message>
    <message>
        <source>This program does not know this step.</source>
        <translation>本程序不认识此步骤。</translation>
    </message>
    <message>
        <source>Select a step at the left to see its settings.</source>
        <translation>在左侧选择步骤以查看其设置。</translation>
    </message>
    <message>
        <source>Suggested: %1</source>
        <translation>推荐理由：%1</translation>
    </message>
</context>
<context>
    <name>foretrail::StepRegistry</name>
    <message>
        <source>Missing values</source>
        <translation>缺失值</translation>
    </message>
</context>
<context>
    <name>foretrail::StepRows</name>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>category</source>
        <translation>品类</translation>
    </message>
    <message>
        <source>session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>This series is a sum of imported series. Choose &quot;Imported series&quot; to see the values of each.</source>
        <translation>此序列是若干导入序列之和。请选择“导入的序列”查看各自的值。</translation>
    </message>
</context>
<context>
    <name>foretrail::StepRowsDialog</name>
    <message>
        <source>Reading the rows behind a step</source>
        <translation>正在读取某一步背后的行</translation>
    </message>
    <message>
        <source>&amp;Export rows</source>
        <translation>导出行(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Rows of the log</source>
        <translation>日志的行</translation>
    </message>
    <message>
        <source>Reading rows</source>
        <translation>正在读取行</translation>
    </message>
    <message>
        <source>No row of the log lies in this step.</source>
        <translation>这一步没有日志的行。</translation>
    </message>
    <message>
        <source>Rows that make up this value: %1.</source>
        <translation>构成此值的行：%1。</translation>
    </message>
    <message>
        <source>Export the rows</source>
        <translation>导出这些行</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Exporting rows of the log</source>
        <translation>正在导出日志的行</translation>
    </message>
    <message>
        <source>Rows that contain this text: %1.</source>
        <translation>包含此文字的行：%1。</translation>
    </message>
    <message>
        <source>Rows that make up this value: %1, too many to be sorted or filtered here. Export them.</source>
        <translation>构成此值的行：%1，过多，无法在此排序或筛选。请导出。</translation>
    </message>
</context>
<context>
    <name>foretrail::StepsEditor</name>
    <message>
        <source>&amp;Steps</source>
        <translation>步骤(&amp;S)</translation>
    </message>
    <message>
        <source>Steps of the funnel</source>
        <translation>漏斗的步骤</translation>
    </message>
    <message>
        <source>Kind of events to add</source>
        <translation>要添加的事件类型</translation>
    </message>
    <message>
        <source>Add as the last step</source>
        <translation>添加为最后一步</translation>
    </message>
    <message>
        <source>Remove the step (Delete)</source>
        <translation>移除该步骤 (Delete)</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>提前 (Alt+↑)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>推后 (Alt+↓)</translation>
    </message>
    <message>
        <source>Drag to reorder. Double-click a step to narrow it: view@category=KEY or view@item=KEY.</source>
        <translation>拖动可调整顺序。双击步骤可缩小范围：view@category=品类 或 view@item=商品。</translation>
    </message>
</context>
<context>
    <name>foretrail::Stl</name>
    <message>
        <source>A window of a decomposition is an odd number from 3 on, or 0 for the usual one; not %1.</source>
        <translation>分解的窗口须为不小于 3 的奇数，或填 0 使用常用值；不能是 %1。</translation>
    </message>
    <message>
        <source>A degree of a decomposition is 0 or 1, not %1.</source>
        <translation>分解的多项式次数只能是 0 或 1，不能是 %1。</translation>
    </message>
    <message>
        <source>Jumps and outer rounds of a decomposition are 0 or more, inner rounds 1 or more.</source>
        <translation>分解的跳步和外循环次数须不小于 0，内循环次数须不小于 1。</translation>
    </message>
    <message>
        <source>A decomposition needs a season of at least 2 observations, not %1.</source>
        <translation>分解要求季节长度至少为 2 个观测值，不能是 %1。</translation>
    </message>
    <message>
        <source>A decomposition with a season of %1 needs more than %2 observations; there are %3.</source>
        <translation>季节长度为 %1 的分解需要多于 %2 个观测值；现有 %3 个。</translation>
    </message>
    <message>
        <source>Observation %1 is missing: fill the gaps before the decomposition.</source>
        <translation>第 %1 个观测值缺失：请先填补缺失值再分解。</translation>
    </message>
</context>
<context>
    <name>foretrail::StockoutStep</name>
    <message numerus="yes">
        <source>%n zeros in a row or more count as out of stock (%1 runs).</source>
        <translation>
            <numerusform>连续 %n 个及以上的零算作缺货（共 %1 段）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stock-outs</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Shortest run</source>
        <translation>最短连续长度</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Also at the end</source>
        <translation>末尾也算</translation>
    </message>
    <message>
        <source>A run that lasts to the end may be the end of the item itself.</source>
        <translation>一直延续到末尾的零，可能是商品本身已下架。</translation>
    </message>
    <message numerus="yes">
        <source>Every zero counts as closed or out of stock, since even a quiet step sells far more (%n runs).</source>
        <translation>
            <numerusform>每个零都视为停业或缺货，因为即使清淡时销售额也远高于零（%n 段）。</numerusform>
        </translation>
    </message>
    <message>
        <source>A long run of zeros, or any zero of a shop that always sells something, mostly means that there was nothing to sell, not that nobody wanted it. It becomes missing; let &quot;Missing values&quot; follow.</source>
        <translation>一长串零，或平时总有销售的店铺出现的零，多半说明没有货可卖（或停业），而不是没人想买。它会变为缺失值；请在其后接“缺失值”步骤。</translation>
    </message>
    <message>
        <source>Zeros in a row that count as out of stock. Automatic: each zero where even quiet steps sell far more, else more than chance explains, by the share of zeros.</source>
        <translation>连续多少个零视为缺货。自动：若清淡时也远高于零，则每个零都算；否则按零的占比，取超出偶然的长度。</translation>
    </message>
</context>
<context>
    <name>foretrail::StoredRecipes</name>
    <message>
        <source>Reading recipes</source>
        <translation>正在读取配方</translation>
    </message>
    <message>
        <source>Saving a recipe</source>
        <translation>正在保存配方</translation>
    </message>
    <message>
        <source>Renaming a recipe</source>
        <translation>正在重命名配方</translation>
    </message>
    <message>
        <source>Removing a recipe</source>
        <translation>正在移除配方</translation>
    </message>
</context>
<context>
    <name>foretrail::StoredRuns</name>
    <message>
        <source>Reading runs</source>
        <translation>读取运行记录</translation>
    </message>
    <message>
        <source>Reading a run</source>
        <translation>读取一次运行</translation>
    </message>
    <message>
        <source>Renaming a run</source>
        <translation>重命名运行</translation>
    </message>
    <message>
        <source>Deleting runs</source>
        <translation>删除运行</translation>
    </message>
    <message>
        <source>Writing a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Exporting a run</source>
        <translation>导出运行</translation>
    </message>
    <message>
        <source>Importing runs</source>
        <translation>导入运行</translation>
    </message>
    <message>
        <source>Discarding a training</source>
        <translation>丢弃训练</translation>
    </message>
    <message numerus="yes">
        <source>Imported %n runs.</source>
        <translation>
            <numerusform>已导入 %n 个运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>write a note of a run</source>
        <translation>为运行写备注</translation>
    </message>
    <message>
        <source>rename run</source>
        <translation>重命名运行</translation>
    </message>
</context>
<context>
    <name>foretrail::Suggest</name>
    <message>
        <source>Suggested for %1</source>
        <translation>为 %1 建议</translation>
    </message>
    <message>
        <source>The series has a calendar, and a network cannot know it by itself.</source>
        <translation>序列有日历，而网络自己无从知道。</translation>
    </message>
    <message>
        <source>Two seasons, or a quarter more than the horizon of %1, to look back on.</source>
        <translation>回看两个季节，或比预测步长 %1 多四分之一。</translation>
    </message>
    <message numerus="yes">
        <source>%n steps before %1 hold %2 % of the whole series, which begins in earnest only then: their dates have gone astray.</source>
        <translation>
            <numerusform>%1 之前的 %n 步只占整个序列的 %2 %，序列从那时才真正开始：这些日期是错乱的。</numerusform>
        </translation>
    </message>
    <message>
        <source>In the training part almost nothing is sold on %1.</source>
        <translation>训练部分中%1几乎没有销售。</translation>
    </message>
    <message numerus="yes">
        <source>%n values of the training part are below zero, which sales are not: returns weigh more than sales there.</source>
        <translation>
            <numerusform>训练部分有 %n 个值低于零，而销售不会如此：那里退货多于销售。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was sold on %n open steps of the training part, though even a quiet one sells far more: the shop was closed.</source>
        <translation>
            <numerusform>训练部分有 %n 个营业步没有任何销售，而即使清淡的一步也远高于零：当时店铺停业。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zeros stand in a row in the training part, where zeros have a share of %1 %.</source>
        <translation>
            <numerusform>训练部分有 %n 个零连在一起，而零所占比例为 %1 %。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values of the training part lie far from trend and season.</source>
        <translation>
            <numerusform>训练部分有 %n 个值远离趋势和季节。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing in the training part; steps before may leave gaps, and new data may have some.</source>
        <translation>训练部分没有缺失；前面的步骤可能留下缺口，新数据也可能有。</translation>
    </message>
    <message numerus="yes">
        <source>%n steps of the training part have no value; of an item that sells now and then that is a zero.</source>
        <translation>
            <numerusform>训练部分有 %n 步没有值；对于偶尔售出的商品，那就是零。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps of the training part have no value.</source>
        <translation>
            <numerusform>训练部分有 %n 步没有值。</numerusform>
        </translation>
    </message>
    <message>
        <source>Swings of the training part grow with the level (Box-Cox lambda %1).</source>
        <translation>训练部分的波动随水平增大（Box-Cox lambda %1）。</translation>
    </message>
    <message>
        <source>Seasons of %1 steps are strong in the training part (%2 of 1).</source>
        <translation>训练部分中 %1 步的季节很强（%2，最高为 1）。</translation>
    </message>
    <message>
        <source>The spectrum of the training part shows seasons of %1 steps.</source>
        <translation>训练部分的频谱显示 %1 步的季节。</translation>
    </message>
    <message>
        <source>In the training part demand comes every %1 steps: its rate over a month says more than the last value.</source>
        <translation>训练部分中需求平均每 %1 步出现一次：一个月的发生率比最后一个值更说明问题。</translation>
    </message>
    <message>
        <source>As much to look back on as the training part allows beside a horizon of %1.</source>
        <translation>在预测步长 %1 之外，训练部分所允许的最长回看。</translation>
    </message>
    <message>
        <source>%1 Switched off all the same: in trials before the test part a simple forecast (Theta) missed %2 % without it and %3 % with it.</source>
        <translation>%1 但仍已关闭：在测试部分之前的试验中，简单预测（Theta）不用这一步时误差为 %2 %，用了为 %3 %。</translation>
    </message>
    <message>
        <source>%1 In trials before the test part a simple forecast (Theta) missed %2 % without it and %3 % with it.</source>
        <translation>%1 在测试部分之前的试验中，简单预测（Theta）不用这一步时误差为 %2 %，用了为 %3 %。</translation>
    </message>
</context>
<context>
    <name>foretrail::TabOverflow</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>The other tabs</source>
        <translation>其他标签页</translation>
    </message>
</context>
<context>
    <name>foretrail::TableColumns</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the &amp;whole table</source>
        <translation>复制整个表格(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>排序依据(&amp;S)</translation>
    </message>
    <message>
        <source>Move &quot;%1&quot; to the &amp;left</source>
        <translation>将“%1”左移(&amp;L)</translation>
    </message>
    <message>
        <source>Move &quot;%1&quot; to the &amp;right</source>
        <translation>将“%1”右移(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Hide &quot;%1&quot;</source>
        <translation>隐藏“%1”(&amp;H)</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>列(&amp;O)</translation>
    </message>
    <message>
        <source>Columns &amp;as they were</source>
        <translation>恢复原来的列(&amp;A)</translation>
    </message>
    <message>
        <source>As at &amp;first</source>
        <translation>恢复最初顺序(&amp;F)</translation>
    </message>
</context>
<context>
    <name>foretrail::TableDialog</name>
    <message>
        <source>&amp;Copy numbers</source>
        <translation>复制数值(&amp;C)</translation>
    </message>
</context>
<context>
    <name>foretrail::TeachingSeries</name>
    <message>
        <source>%1 holds data already. Make the teaching series in a new workspace.</source>
        <translation>%1 已有数据。请在新工作区中生成教学序列。</translation>
    </message>
    <message>
        <source>Teaching series (seed %1)</source>
        <translation>教学序列（随机种子 %1）</translation>
    </message>
</context>
<context>
    <name>foretrail::TemplateActions</name>
    <message>
        <source>Save template as...</source>
        <translation>模板另存为...</translation>
    </message>
    <message>
        <source>Writes the settings of this file as JSON; the command line takes it with --template</source>
        <translation>把此文件的设置写成 JSON；命令行可用 --template 读取</translation>
    </message>
    <message>
        <source>Load template...</source>
        <translation>载入模板...</translation>
    </message>
    <message>
        <source>Templates...</source>
        <translation>模板...</translation>
    </message>
    <message>
        <source>Save template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Templates (*.json)</source>
        <translation>模板 (*.json)</translation>
    </message>
    <message>
        <source>Saving a template</source>
        <translation>正在保存模板</translation>
    </message>
    <message>
        <source>Load template</source>
        <translation>载入模板</translation>
    </message>
    <message>
        <source>Reading a template</source>
        <translation>正在读取模板</translation>
    </message>
</context>
<context>
    <name>foretrail::TemplatesDialog</name>
    <message>
        <source>Reading templates</source>
        <translation>正在读取模板</translation>
    </message>
    <message>
        <source>%1 (%2, %3 columns), %4</source>
        <comment>file, kind, columns, date</comment>
        <translation>%1（%2，%3 列），%4</translation>
    </message>
    <message>
        <source>Deleting a template</source>
        <translation>正在删除模板</translation>
    </message>
    <message>
        <source>Templates of imports</source>
        <translation>导入模板</translation>
    </message>
    <message>
        <source>No settings are kept yet. After an import its settings are kept here, and the next file with the same columns is read the same way.</source>
        <translation>还没有保存任何设置。每次导入后，其设置会保存在这里；以后遇到列相同的文件，就按同样的方式读取。</translation>
    </message>
    <message>
        <source>The next file with the same columns is read as the last one was. Delete a template to have its files guessed anew.</source>
        <translation>列相同的文件会沿用上一次的读取方式。删除模板后，这类文件将重新自动识别。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Delete a template</source>
        <translation>删除模板</translation>
    </message>
    <message>
        <source>Delete the settings of %1? The next file with the same columns is guessed anew.</source>
        <translation>删除 %1 的设置？以后列相同的文件将重新自动识别。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>foretrail::TestCasesFile</name>
    <message>
        <source>%1 has no columns prefix_items and next_item. Test cases are a table with the header case_id,prefix_items,next_item, where the items of a prefix stand with spaces between.</source>
        <translation>%1 没有 prefix_items 和 next_item 列。测试用例是一个表，表头为 case_id,prefix_items,next_item，前缀中的商品以空格分隔。</translation>
    </message>
    <message>
        <source>%1: line %2 is no test case; it has too few columns.</source>
        <translation>%1：第 %2 行不是测试用例；列太少。</translation>
    </message>
</context>
<context>
    <name>foretrail::ThetaForecaster</name>
    <message>
        <source>All values are equal: repeats them.</source>
        <translation>所有数值相同：重复该值。</translation>
    </message>
    <message>
        <source>%1 observations are too few for a line: repeats the last value.</source>
        <translation>%1 个观测值太少，不足以拟合直线：重复最后一个值。</translation>
    </message>
    <message>
        <source>%1 % of a straight line, and exponential smoothing of the rest with alpha %2.</source>
        <translation>直线占 %1 %，其余部分以 alpha %2 做指数平滑。</translation>
    </message>
    <message>
        <source>A season of %1 is removed before and put back after.</source>
        <translation>预测前去除长度为 %1 的季节，预测后还原。</translation>
    </message>
</context>
<context>
    <name>foretrail::ThompsonPolicy</name>
    <message>
        <source>What the policy has learnt is of other items.</source>
        <translation>策略学到的内容属于另一些商品。</translation>
    </message>
    <message>
        <source>rate %1 so far, the best with a chance of %2</source>
        <translation>目前比率 %1，是最佳的概率为 %2</translation>
    </message>
</context>
<context>
    <name>foretrail::Ticks</name>
    <message>
        <source>Week of %1</source>
        <translation>%1 起的一周</translation>
    </message>
    <message>
        <source>Quarter %1 of %2</source>
        <translation>%2 年第 %1 季度</translation>
    </message>
</context>
<context>
    <name>foretrail::TodayChart</name>
    <message>
        <source>Expected now</source>
        <translation>现在的预计</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>目前 %1</translation>
    </message>
    <message>
        <source>%1; %2 expected.</source>
        <translation>%1；预计 %2。</translation>
    </message>
    <message>
        <source>%1; %2 expected (%3 to %4 with 80&#xa0;%).</source>
        <translation>%1；预计 %2（80&#xa0;% 的把握在 %3 至 %4）。</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>今天，%1</translation>
    </message>
    <message>
        <source>Revenue since midnight</source>
        <translation>零点以来的收入</translation>
    </message>
    <message>
        <source>Events since midnight</source>
        <translation>零点以来的事件</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>This morning</source>
        <translation>今早预测</translation>
    </message>
</context>
<context>
    <name>foretrail::TracedNetwork</name>
    <message>
        <source>The stored weights are damaged. Train the run again.</source>
        <translation>保存的权重已损坏。请重新训练该运行。</translation>
    </message>
</context>
<context>
    <name>foretrail::TrailStore</name>
    <message>
        <source>Run %1 does not keep the weights of epoch %2. It keeps those of: %3.</source>
        <translation>运行 %1 没有保留第 %2 轮的权重。保留的轮次有：%3。</translation>
    </message>
    <message>
        <source>Run %1 keeps no weights of its epochs: only networks that were trained here, and are not too large, do. Train it again.</source>
        <translation>运行 %1 没有保存各轮的权重：只有在此处训练且不太大的网络才会保存。请重新训练。</translation>
    </message>
</context>
<context>
    <name>foretrail::TrainInspector</name>
    <message>
        <source>Recommended</source>
        <translation>推荐设置</translation>
    </message>
    <message>
        <source>The usual settings of the chosen model</source>
        <translation>所选模型的常用设置</translation>
    </message>
    <message>
        <source>The article&apos;s network</source>
        <translation>文章中的网络</translation>
    </message>
    <message>
        <source>The article&apos;s network: three LSTM layers of 64 units, dropout 0.2, lookback 30, one step ahead and recursive, Adam, MSE, batches of 32, 100 epochs</source>
        <translation>文章中的网络：三层 LSTM，每层 64 个单元，丢弃率 0.2，回看窗口 30，单步预测并递推，Adam，MSE，批大小 32，100 轮</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>Settings of the model</source>
        <translation>模型设置</translation>
    </message>
    <message>
        <source>Horizon and split, in observations</source>
        <translation>预测步长与划分（观测值个数）</translation>
    </message>
    <message>
        <source>Duplicates are settled at import.</source>
        <translation>重复行在导入时处理。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>setting: what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The series has %1 observations: at most %2 can be kept for the test.</source>
        <translation>该序列有 %1 个观测值，最多可留 %2 个用于测试。</translation>
    </message>
    <message>
        <source>%1 observations are left to learn from: look back on fewer than that.</source>
        <translation>可用于学习的观测值有 %1 个，回看窗口须小于此数。</translation>
    </message>
    <message>
        <source>Of %1 observations: %2 to learn from, %3 to test.</source>
        <translation>共 %1 个观测值：%2 个用于学习，%3 个用于测试。</translation>
    </message>
    <message>
        <source>Of %1 observations: %2 to learn from, %3 to validate, %4 to test.</source>
        <translation>共 %1 个观测值：%2 个用于学习，%3 个用于验证，%4 个用于测试。</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Limits of the forecast</source>
        <translation>预测值的限制</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>快速尝试</translation>
    </message>
    <message>
        <source>One small GRU layer and few epochs: whether a network is worth a try</source>
        <translation>一个小的 GRU 层和少量轮次：看网络是否值得一试</translation>
    </message>
    <message>
        <source>Days of a shop</source>
        <translation>店铺日数据</translation>
    </message>
    <message>
        <source>A GRU of 32 units that looks back four weeks and knows the place in the week, Huber loss, a rate that falls, early stopping</source>
        <translation>32 个单元的 GRU，回看四周并知道所处星期位置，Huber 损失，学习率递减，提前停止</translation>
    </message>
    <message>
        <source>For a class</source>
        <translation>用于课堂</translation>
    </message>
    <message>
        <source>Find a learning rate</source>
        <translation>寻找学习率</translation>
    </message>
    <message>
        <source>Trains a few epochs at rising rates and says where the loss falls fastest; nothing is stored</source>
        <translation>以递增的学习率训练若干轮，并说明损失在何处下降最快；不存储任何内容</translation>
    </message>
    <message>
        <source>%1 parameters.</source>
        <translation>%1 个参数。</translation>
    </message>
    <message>
        <source>%1 All epochs take less than a second here.</source>
        <translation>%1 在这台机器上全部轮次不到一秒。</translation>
    </message>
    <message>
        <source>%1 All epochs take about %2 here.</source>
        <translation>%1 在这台机器上全部轮次约需 %2。</translation>
    </message>
    <message>
        <source>Trains many settings in turn, each a stored run, and says which forecast the validation part best</source>
        <translation>依次训练多组设置，每组存储为一次运行，并指出哪一组在验证段上预测最好</translation>
    </message>
    <message>
        <source>Search settings...</source>
        <translation>搜索设置...</translation>
    </message>
    <message>
        <source>Weeks of all items</source>
        <translation>所有商品的周数据</translation>
    </message>
    <message>
        <source>One LSTM of 64 units learnt from all series together: two seasons back, all steps at once, absolute errors, three networks whose median counts</source>
        <translation>一个 64 单元的 LSTM，从全部序列共同学习：回看两个季节，一次预测全部步数，绝对误差，取三个网络的中位数</translation>
    </message>
    <message>
        <source>%1 parameters in each of %2 networks.</source>
        <translation>%2 个网络，每个 %1 个参数。</translation>
    </message>
    <message>
        <source>Learns from all %1 series, forecasts %2.</source>
        <translation>从全部 %1 个序列学习，预测%2。</translation>
    </message>
    <message>
        <source>Trains on %1, %2 observations.</source>
        <translation>训练序列：%1，%2 个观测值。</translation>
    </message>
    <message>
        <source>Trains on %1 series, a run for each.</source>
        <translation>在 %1 个序列上训练，每个序列一次运行。</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
    <message>
        <source>Copies these settings as the command line and other windows read them</source>
        <translation>把这些设置复制为命令行和其他窗口可读取的格式</translation>
    </message>
    <message>
        <source>Paste JSON</source>
        <translation>粘贴 JSON</translation>
    </message>
    <message>
        <source>Takes settings that were copied or written as JSON; what they leave out has its usual value</source>
        <translation>采用复制的或以 JSON 写成的设置；未写明的取常用值</translation>
    </message>
    <message>
        <source>Learns once from all %1 series; a run for each of the %2 chosen.</source>
        <translation>从全部 %1 个序列中只学习一次；所选的 %2 个序列各得到一个运行。</translation>
    </message>
    <message>
        <source>The clipboard holds no settings. Copy the JSON of a spec first.</source>
        <translation>剪贴板中没有设置。请先复制设置的 JSON。</translation>
    </message>
    <message>
        <source>The settings on the clipboard</source>
        <translation>剪贴板中的设置</translation>
    </message>
    <message>
        <source>An LSTM of two units that looks back a week, small enough to follow every number; it learns slowly enough to watch</source>
        <translation>两个单元、回看一周的 LSTM：小到可以跟上每个数字，训练也慢到看得清</translation>
    </message>
</context>
<context>
    <name>foretrail::TrainPage</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>This workspace is read-only: a run cannot be stored in it. Copy the file to a folder you may write to.</source>
        <translation>该工作区为只读，无法保存运行。请把文件复制到可写的文件夹。</translation>
    </message>
    <message>
        <source>No data yet. Import a log or a table of series.</source>
        <translation>还没有数据。请导入日志或序列表。</translation>
    </message>
    <message>
        <source>No series is chosen. Choose one at the left.</source>
        <translation>尚未选择序列。请在左侧选择。</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Go to Start</source>
        <translation>前往“开始”页</translation>
    </message>
    <message>
        <source>Trains in the background and stores the run</source>
        <translation>在后台训练并保存运行</translation>
    </message>
    <message>
        <source>Choose series and settings, then train; every training becomes a stored run.</source>
        <translation>选择序列和设置，然后训练；每次训练都会保存为一次运行。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a training: how it ended</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Training %1</source>
        <translation>训练 %1</translation>
    </message>
    <message>
        <source>Stopped: no run was stored.</source>
        <translation>已停止：没有存储运行。</translation>
    </message>
    <message>
        <source>Finding a learning rate</source>
        <translation>正在寻找学习率</translation>
    </message>
    <message>
        <source>%1 was reproduced: all numbers are the same, to the last bit.</source>
        <translation>%1 已复现：所有数字逐位相同。</translation>
    </message>
    <message>
        <source>%1 was not reproduced: forecasts of the test part differ by up to %2 %.</source>
        <translation>%1 未能复现：测试部分的预测最多相差 %2 %。</translation>
    </message>
    <message>
        <source>%1 was not reproduced: its test part is another.</source>
        <translation>%1 未能复现：测试部分不同。</translation>
    </message>
    <message>
        <source>The data has changed since.</source>
        <translation>此后数据已改变。</translation>
    </message>
    <message>
        <source>It was trained by another version of Foretrail.</source>
        <translation>它由另一版本的 Foretrail 训练。</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>导出运行</translation>
    </message>
    <message>
        <source>Runs (*.foretrail-run)</source>
        <translation>运行 (*.foretrail-run)</translation>
    </message>
    <message>
        <source>Import runs</source>
        <translation>导入运行</translation>
    </message>
    <message>
        <source>The forecasts of %1 are the same, what its model keeps is not: a training that was ended or steered by hand goes another way.</source>
        <translation>%1 的预测相同，但模型保存的内容不同：手动结束或调整过的训练会走另一条路。</translation>
    </message>
    <message>
        <source>Measuring how fast a network learns here</source>
        <translation>正在测量网络在本机的学习速度</translation>
    </message>
    <message>
        <source>Copied the settings.</source>
        <translation>已复制设置。</translation>
    </message>
    <message>
        <source>The settings on the clipboard stand in the fields.</source>
        <translation>已将剪贴板中的设置填入各字段。</translation>
    </message>
</context>
<context>
    <name>foretrail::TrainSearch</name>
    <message>
        <source>A search is under way. Stop it before another begins.</source>
        <translation>已有搜索正在进行。请先停止它，再开始新的搜索。</translation>
    </message>
</context>
<context>
    <name>foretrail::TrainingControls</name>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Goes on where it waits; the numbers are those of a training that never paused</source>
        <translation>从等待处继续；数字与从未暂停的训练相同</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>一轮</translation>
    </message>
    <message>
        <source>One more epoch, then it waits again</source>
        <translation>再训练一轮，然后继续等待</translation>
    </message>
    <message>
        <source>End with the best</source>
        <translation>以最佳结果结束</translation>
    </message>
    <message>
        <source>Ends after this epoch and stores a run with the weights of the best one</source>
        <translation>在本轮之后结束，并以最佳一轮的权重存储运行</translation>
    </message>
    <message>
        <source>Learning &amp;rate</source>
        <translation>学习率(&amp;R)</translation>
    </message>
    <message>
        <source>From the next epoch on, in place of what the settings say</source>
        <translation>从下一轮起取代设置中的值</translation>
    </message>
    <message>
        <source>It waits, and is kept.</source>
        <translation>正在等待，并已保存。</translation>
    </message>
    <message>
        <source>Waits after this epoch and lets the next one run; it can go on later, also when the program was closed</source>
        <translation>本轮后等待并让下一个训练运行；之后可以继续，关闭程序后也可以</translation>
    </message>
    <message>
        <source>It goes on when another training ends.</source>
        <translation>待另一训练结束后继续。</translation>
    </message>
    <message>
        <source>%1 is not a number from %2 to %3: the rate stays.</source>
        <translation>%1 不是 %2 到 %3 之间的数：学习率不变。</translation>
    </message>
    <message>
        <source>How many epochs are worth it is known by now; what still learns are the networks that will forecast</source>
        <translation>值得训练多少轮已经确定；仍在学习的是将用于预测的网络</translation>
    </message>
    <message>
        <source>Ends the search for the best number of epochs here; the networks that will forecast then learn for as many epochs as the best one</source>
        <translation>到此不再寻找最佳轮数；随后用于预测的网络按最佳轮数学习</translation>
    </message>
    <message>
        <source>The networks that will forecast learn for as many epochs as the best one.</source>
        <translation>用于预测的网络正按最佳轮数学习。</translation>
    </message>
</context>
<context>
    <name>foretrail::TrainingRow</name>
    <message>
        <source>The stored training belongs to another network. Start it again.</source>
        <translation>保存的训练属于另一个网络。请重新开始。</translation>
    </message>
</context>
<context>
    <name>foretrail::TrainingRun</name>
    <message>
        <source>The loss of epoch %1 is not a number: training has run away. Choose a smaller learning rate, or min-max normalisation.</source>
        <translation>第 %1 轮的损失不是数字：训练已发散。请选择更小的学习率，或使用最小-最大归一化。</translation>
    </message>
    <message>
        <source>The stored training belongs to another network. Start it again.</source>
        <translation>保存的训练属于另一个网络。请重新开始。</translation>
    </message>
    <message>
        <source>The loss of epoch %1 is %2 times that of the network before it learnt anything: training has run away. Choose a smaller learning rate, %3 for one, or min-max normalisation.</source>
        <translation>第 %1 轮的损失是网络未学习时的 %2 倍：训练已失控。请选择更小的学习率（例如 %3），或使用最小-最大归一化。</translation>
    </message>
</context>
<context>
    <name>foretrail::TrainingSpec</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1, line %2: not a JSON object (%3).</source>
        <translation>%1 第 %2 行：不是 JSON 对象（%3）。</translation>
    </message>
    <message>
        <source>The recipe says what is cleaned. Remove one of the two.</source>
        <translation>配方已说明如何清洗，请删除二者之一。</translation>
    </message>
    <message>
        <source>%1 is neither a number from 0 to 1 nor -1, which has it chosen.</source>
        <translation>%1 既不是 0 到 1 之间的数，也不是表示自动选择的 -1。</translation>
    </message>
    <message>
        <source>%1 is above the cap of %2.</source>
        <translation>%1 高于上限 %2。</translation>
    </message>
    <message>
        <source>No whole number lies from %1 to %2.</source>
        <translation>%1 到 %2 之间没有整数。</translation>
    </message>
    <message>
        <source>%1 cannot be part of a combination. There are: %2.</source>
        <translation>%1 不能作为组合的成员。可选：%2。</translation>
    </message>
    <message>
        <source>%1 holds a list. The settings of a training are one object, such as {&quot;model&quot;: &quot;ar&quot;, &quot;horizon&quot;: 14}.</source>
        <translation>%1 中是一个列表。训练设置应是一个对象，例如 {&quot;model&quot;: &quot;ar&quot;, &quot;horizon&quot;: 14}。</translation>
    </message>
    <message>
        <source>There are no holidays of %1. There are: %2.</source>
        <translation>没有 %1 的节假日。可用：%2。</translation>
    </message>
</context>
<context>
    <name>foretrail::Trainings</name>
    <message>
        <source>Training %1</source>
        <translation>训练 %1</translation>
    </message>
</context>
<context>
    <name>foretrail::UnfinishedList</name>
    <message>
        <source>%1 stopped after epoch %2, %3.</source>
        <comment>name of a training, number, date and time</comment>
        <translation>%1 于第 %2 轮后停止，%3。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>继续 %1</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Discard %1</source>
        <translation>丢弃 %1</translation>
    </message>
    <message>
        <source>Discard a training</source>
        <translation>丢弃训练</translation>
    </message>
    <message>
        <source>Discard %1? What it has learnt so far is lost; the data and stored runs stay.</source>
        <translation>要丢弃 %1 吗？它目前学到的内容将丢失；数据和已存储的运行会保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n more stopped; they come up here as these are resumed or discarded.</source>
        <translation>
            <numerusform>还有 %n 个已停止的训练；处理完上面的就会显示在这里。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::UnfinishedTrainings</name>
    <message>
        <source>This training is gone: it was finished or discarded.</source>
        <translation>此训练已不存在：它已完成或被丢弃。</translation>
    </message>
</context>
<context>
    <name>foretrail::UpdateLadder</name>
    <message>
        <source>There is no %1. There are: %2.</source>
        <translation>没有 %1。可用的有：%2。</translation>
    </message>
    <message>
        <source>No step has closed since the last update.</source>
        <translation>自上次更新以来没有新的步结束。</translation>
    </message>
    <message>
        <source>Not due yet: the schedule is %1.</source>
        <translation>尚未到期：更新计划为 %1。</translation>
    </message>
    <message>
        <source>%1 (score %2)</source>
        <comment>a word, number</comment>
        <translation>%1（得分 %2）</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>%1 The coefficients follow a little.</source>
        <translation>%1 模型稍作跟随。</translation>
    </message>
    <message>
        <source>%1 This model has nothing between rolling and a refit.</source>
        <translation>%1 此模型在滚动与重新拟合之间没有其他方式。</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>%1 It stayed after %2.</source>
        <translation>%1 在 %2 之后仍然存在。</translation>
    </message>
    <message>
        <source>%1 The next rung up.</source>
        <translation>%1 采用上一级更新方式。</translation>
    </message>
    <message>
        <source>%1 The next rung up: this model has nothing before a refit.</source>
        <translation>%1 采用上一级更新方式：此模型在重新拟合之前没有其他方式。</translation>
    </message>
    <message>
        <source>Errors are as ever (drift score %1).</source>
        <translation>误差与往常一样（漂移得分 %1）。</translation>
    </message>
    <message numerus="yes">
        <source>Nothing but the history that the model is asked with: %n steps more.</source>
        <translation>
            <numerusform>只有提供给模型的历史变长：多 %n 步。</numerusform>
        </translation>
    </message>
    <message>
        <source>rls moves the coefficients of %1; %2 has none of these. Refit it instead.</source>
        <translation>rls 只调整 %1 的系数；%2 没有这些系数。请改为重新拟合。</translation>
    </message>
    <message numerus="yes">
        <source>The coefficients went on over %n steps: mean %1 to %2, error of one step %3 to %4.</source>
        <translation>
            <numerusform>系数随 %n 步继续更新：均值由 %1 变为 %2，单步误差由 %3 变为 %4。</numerusform>
        </translation>
    </message>
    <message>
        <source>The network learnt from %1 new windows and %2 old ones: its loss on the new ones went from %3 to %4.</source>
        <translation>网络从 %1 个新窗口和 %2 个旧窗口学习：新窗口上的损失由 %3 变为 %4。</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>Learnt anew from %1 observations: %2</source>
        <comment>number, a sentence</comment>
        <translation>用 %1 个观测值重新学习：%2</translation>
    </message>
    <message numerus="yes">
        <source>mean error on the last %n steps %1 to %2</source>
        <translation>
            <numerusform>最近 %n 步的平均误差由 %1 变为 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, which both have learnt from</source>
        <translation>%1（两个模型都已从中学习）</translation>
    </message>
    <message>
        <source>%1: the model is as it was.</source>
        <translation>%1：模型保持不变。</translation>
    </message>
    <message>
        <source>%1: published as version %2, %3.</source>
        <translation>%1：已发布为第 %2 版，%3。</translation>
    </message>
    <message>
        <source>%1: refused, %2.</source>
        <translation>%1：未采用，%2。</translation>
    </message>
    <message>
        <source>It took %1 s.</source>
        <translation>用时 %1 秒。</translation>
    </message>
    <message>
        <source>%1 was not possible: %2</source>
        <translation>无法执行 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>The last %n steps have no observation to judge a model by.</source>
        <translation>
            <numerusform>最近 %n 步没有可用来评判模型的观测值。</numerusform>
        </translation>
    </message>
    <message>
        <source>No sign of drift (score %1).</source>
        <translation>没有漂移迹象（得分 %1）。</translation>
    </message>
    <message>
        <source>ask with newer data (roll)</source>
        <translation>用新数据询问（roll）</translation>
    </message>
    <message>
        <source>let coefficients go on (rls)</source>
        <translation>递推系数（rls）</translation>
    </message>
    <message>
        <source>train a little more (fine-tune)</source>
        <translation>再训练一点（fine-tune）</translation>
    </message>
    <message>
        <source>learn anew (refit)</source>
        <translation>重新学习（refit）</translation>
    </message>
</context>
<context>
    <name>foretrail::UpdatesTab</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Before the update</source>
        <translation>更新之前</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Stopping leaves the model as it is.</source>
        <translation>停止后模型保持原样。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Error before</source>
        <translation>之前误差</translation>
    </message>
    <message>
        <source>Error after</source>
        <translation>之后误差</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>forecasts</source>
        <translation>用于预测</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>Go to Start</source>
        <translation>前往“开始”</translation>
    </message>
    <message>
        <source>No model is stored yet. Train one; here it follows the data that comes in: a little more training where that does, learning anew where the shop has changed.</source>
        <translation>还没有保存的模型。先训练一个；它会在这里跟随新到的数据：够用时再训练一点，店铺变化时重新学习。</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>The run forecasts as it was trained.</source>
        <translation>此运行按训练时的样子预测。</translation>
    </message>
    <message>
        <source>The run forecasts by version %1.</source>
        <translation>此运行用版本 %1 预测。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>as the errors ask for</source>
        <translation>按误差需要</translation>
    </message>
    <message>
        <source>Nothing while forecasts hold, the next step where they drift</source>
        <translation>预测仍准时不动，漂移时进一步更新</translation>
    </message>
    <message>
        <source>The model stays, its forecast begins at the end of the data</source>
        <translation>模型不变，预测从数据末尾开始</translation>
    </message>
    <message>
        <source>For autoregressions: recursive least squares</source>
        <translation>用于自回归：递归最小二乘</translation>
    </message>
    <message>
        <source>For LSTM and GRU: a few epochs on new and older windows</source>
        <translation>用于 LSTM 和 GRU：在新旧窗口上训练几个周期</translation>
    </message>
    <message>
        <source>The whole training again, on all data</source>
        <translation>用全部数据重新完整训练</translation>
    </message>
    <message>
        <source>Update now</source>
        <translation>立即更新</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The version before forecasts again</source>
        <translation>上一个版本重新用于预测</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The chosen version forecasts again</source>
        <translation>所选版本重新用于预测</translation>
    </message>
    <message>
        <source>Versions: a new one forecasts if it is not worse on the last steps; the last three are kept</source>
        <translation>版本：新版本在最近几步上不更差才用于预测；保留最近三个</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a run, what was done to it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>自动更新</translation>
    </message>
    <message>
        <source>by hand alone</source>
        <translation>仅手动</translation>
    </message>
    <message>
        <source>at each closed step</source>
        <translation>每步结束时</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>on drift</source>
        <translation>出现漂移时</translation>
    </message>
    <message>
        <source>Nothing happens until somebody updates it</source>
        <translation>在有人更新之前什么都不做</translation>
    </message>
    <message>
        <source>While a feed is followed: each time a step of the series is over</source>
        <translation>跟随数据流期间：序列的每一步结束时</translation>
    </message>
    <message>
        <source>While a feed is followed: once a day of the shop</source>
        <translation>跟随数据流期间：按店铺时间每天一次</translation>
    </message>
    <message>
        <source>While a feed is followed: once a week of the shop</source>
        <translation>跟随数据流期间：按店铺时间每周一次</translation>
    </message>
    <message>
        <source>While a feed is followed: looked at with each closed step, updated where its errors have changed</source>
        <translation>跟随数据流期间：每步结束时检查，误差发生变化时才更新</translation>
    </message>
</context>
<context>
    <name>foretrail::UserClusters</name>
    <message>
        <source>%1 high (+%2)</source>
        <translation>%1偏高（+%2）</translation>
    </message>
    <message>
        <source>%1 low (-%2)</source>
        <translation>%1偏低（-%2）</translation>
    </message>
    <message>
        <source>much like everybody</source>
        <translation>与整体相近</translation>
    </message>
    <message>
        <source>days since the last purchase</source>
        <translation>距上次购买的天数</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>net value</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>value of an order</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>days with a visit</source>
        <translation>到访天数</translation>
    </message>
    <message>
        <source>different items</source>
        <translation>不同商品数</translation>
    </message>
    <message>
        <source>views</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>The condition on a cluster does not say its centres as this program writes them. Make the clusters anew.</source>
        <translation>聚类条件中的中心不是本程序写入的格式。请重新聚类。</translation>
    </message>
    <message>
        <source>k-means on eight standardised features of %1 users (logarithms; robots left out).</source>
        <translation>对 %1 个用户的八个标准化特征做 k-means（取对数；不含机器人）。</translation>
    </message>
    <message>
        <source>%1 clusters have the highest mean silhouette (%2).</source>
        <translation>%1 个聚类的平均轮廓系数最高（%2）。</translation>
    </message>
    <message>
        <source>%1 user(s) cannot be parted into %2 clusters.</source>
        <translation>%1 个用户无法分成 %2 个聚类。</translation>
    </message>
    <message>
        <source>All users are alike in orders, value, visits and items: there is nothing to part them by.</source>
        <translation>所有用户的订单、金额、到访和商品都相同，无从区分。</translation>
    </message>
</context>
<context>
    <name>foretrail::UserEventLog</name>
    <message>
        <source>Reading events</source>
        <translation>正在读取事件</translation>
    </message>
    <message>
        <source>There is no item &quot;%1&quot;.</source>
        <translation>没有商品“%1”。</translation>
    </message>
    <message>
        <source>There is no category &quot;%1&quot;.</source>
        <translation>没有类目“%1”。</translation>
    </message>
</context>
<context>
    <name>foretrail::UserForecasts</name>
    <message>
        <source>Telling what is expected of users</source>
        <translation>正在预测用户</translation>
    </message>
</context>
<context>
    <name>foretrail::UserOutlook</name>
    <message>
        <source>No purchase yet: nothing can be said of whether this user stays.</source>
        <translation>尚未购买：无法判断这位用户是否会留下。</translation>
    </message>
    <message>
        <source>Not enough evidence to say whether this user is still active.</source>
        <translation>证据不足，无法判断该用户是否仍然活跃。</translation>
    </message>
    <message>
        <source>P(active) is %1 % (%2 to %3 %).</source>
        <translation>P(活跃) 为 %1 %（%2 至 %3 %）。</translation>
    </message>
    <message>
        <source>P(active) is %1 %.</source>
        <translation>P(活跃) 为 %1 %。</translation>
    </message>
    <message>
        <source>Most likely gone.</source>
        <translation>很可能已经离开。</translation>
    </message>
    <message>
        <source>Rather gone than not.</source>
        <translation>离开的可能性更大。</translation>
    </message>
    <message>
        <source>Probably still active.</source>
        <translation>可能仍然活跃。</translation>
    </message>
    <message numerus="yes">
        <source>In the next %n day(s) %1 purchase days are expected (%2 to %3), none at all with %4 %.</source>
        <translation>
            <numerusform>未来 %n 天预计有 %1 个购买日（%2 至 %3），完全不购买的概率为 %4 %。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the next %n day(s) %1 purchase days are expected, none at all with %2 %.</source>
        <translation>
            <numerusform>未来 %n 天预计有 %1 个购买日，完全不购买的概率为 %2 %。</numerusform>
        </translation>
    </message>
    <message>
        <source>That is worth %1 today (%2 to %3), at %4 % discount a year and %5 a purchase day.</source>
        <translation>折合今天的价值 %1（%2 至 %3），年折现率 %4 %，每个购买日 %5。</translation>
    </message>
    <message>
        <source>That is worth %1 today, at %2 % discount a year and %3 a purchase day.</source>
        <translation>折合今天的价值 %1，年折现率 %2 %，每个购买日 %3。</translation>
    </message>
    <message>
        <source>No value: nothing is known of what this user spends.</source>
        <translation>无价值估计：不知道该用户的花费。</translation>
    </message>
    <message>
        <source>Not enough evidence for a value: of too few users it is known what they spent on a second day, or they all spend the same.</source>
        <translation>价值证据不足：已知第二个购买日花费的用户太少，或所有人花费相同。</translation>
    </message>
</context>
<context>
    <name>foretrail::UserProfile</name>
    <message>
        <source>No purchase yet: recency counts from the last event.</source>
        <translation>尚未购买：最近购买按末次事件计算。</translation>
    </message>
    <message>
        <source>One purchase only: there is no usual gap yet.</source>
        <translation>只购买过一次：尚无通常间隔。</translation>
    </message>
    <message>
        <source>The events have no time, only an order: there is no recency, no gap and no activity by calendar.</source>
        <translation>事件没有时间，只有先后顺序：无法给出最近购买、间隔和按日历的活动。</translation>
    </message>
    <message>
        <source>So many events: items, sessions, spend, timeline and chances are of the latest %1 of %2. Figures above, activity and hours are of all.</source>
        <translation>事件很多：商品、会话、消费、时间线和概率只取最近 %1 条（共 %2 条）。上方数字、活跃度和时段取自全部事件。</translation>
    </message>
    <message>
        <source>The forecast supposes that the user stays: how likely that is cannot be told.</source>
        <translation>预测假定该用户会留下：其可能性无法判断。</translation>
    </message>
    <message>
        <source>The forecast is weighted with P(active), %1 %: who is gone comes no more.</source>
        <translation>预测已按 P(活跃) %1 % 加权：已离开的用户不会再来。</translation>
    </message>
</context>
<context>
    <name>foretrail::UserSessionsModel</name>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>A visit without a pause of half an hour; the log does not name it.</source>
        <translation>中间停顿不超过半小时的一次访问；日志未命名。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Minutes from the first event to the last</source>
        <translation>从第一个事件到最后一个事件的分钟数</translation>
    </message>
    <message>
        <source>Min</source>
        <comment>minutes</comment>
        <translation>分钟</translation>
    </message>
</context>
<context>
    <name>foretrail::UserSums</name>
    <message>
        <source>Users add up to revenue, quantity and events alone.</source>
        <translation>只有收入、数量和事件数可以按用户相加。</translation>
    </message>
</context>
<context>
    <name>foretrail::UsersDialog</name>
    <message>
        <source>Reading the users behind a number</source>
        <translation>正在读取数字背后的用户</translation>
    </message>
    <message>
        <source>Stopped. Open the number again to read its users.</source>
        <translation>已停止。再次打开该数字即可读取其用户。</translation>
    </message>
    <message>
        <source>&amp;Show on page Customers</source>
        <translation>在“顾客”页查看(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Export list</source>
        <translation>导出名单(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Reading users</source>
        <translation>正在读取用户</translation>
    </message>
    <message>
        <source>Nobody, or nobody whom the log names.</source>
        <translation>没有人，或者日志中没有其标识。</translation>
    </message>
    <message>
        <source>Users in this list: %1.</source>
        <translation>名单中的用户：%1 位。</translation>
    </message>
    <message>
        <source>Too few to be exported: the settings withhold lists of fewer than %1.</source>
        <translation>人数太少，不能导出：设置不允许导出少于 %1 名的名单。</translation>
    </message>
    <message>
        <source>Export the list of users</source>
        <translation>导出用户列表</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Exporting %1 users</source>
        <translation>正在导出 %1 位用户</translation>
    </message>
    <message>
        <source>%1 of %2 users.</source>
        <translation>%2 个用户中的 %1 个。</translation>
    </message>
</context>
<context>
    <name>foretrail::UsersModel</name>
    <message>
        <source>Sorting users</source>
        <translation>正在排序用户</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近出现</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Value (%1)</source>
        <translation>金额（%1）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>State: %1. %2

RFM: %3. %4</source>
        <translation>状态：%1。%2

RFM：%3。%4</translation>
    </message>
    <message>
        <source>P(active)</source>
        <translation>P(活跃)</translation>
    </message>
    <message>
        <source>Buys in %1 d</source>
        <translation>%1 天内购买</translation>
    </message>
    <message>
        <source>Worth in %1 d</source>
        <translation>%1 天内价值</translation>
    </message>
    <message>
        <source>Days from the last event, of whatever kind, to the end of the data. Recency in a profile counts from the last purchase.</source>
        <translation>从最后一个事件（不论种类）到数据末尾的天数。档案中的“最近购买”从上次购买算起。</translation>
    </message>
    <message>
        <source>Net amount of all that was bought and brought back.</source>
        <translation>所有购买与退货的净额。</translation>
    </message>
    <message>
        <source>Probability that the user has not left for good, by %1.</source>
        <translation>用户尚未永久离开的概率（%1）。</translation>
    </message>
    <message numerus="yes">
        <source>Purchase days expected in the next %n day(s), by %1.</source>
        <translation>
            <numerusform>未来 %n 天预计的购买日数（%1）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What the purchases of the next %n day(s) are worth today, by %1 and a model of spend.</source>
        <translation>
            <numerusform>未来 %n 天的购买折合今天的价值（%1 与花费模型）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ValidationErrors</name>
    <message>
        <source>There is no validation part to judge by. Keep some observations for it.</source>
        <translation>没有可用于评判的验证段。请为其保留一些观测值。</translation>
    </message>
</context>
<context>
    <name>foretrail::ValueTable</name>
    <message>
        <source>%1 (closest)</source>
        <comment>name of a curve</comment>
        <translation>%1（最接近）</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 minus %2</source>
        <comment>letters of two pinned steps</comment>
        <translation>%1 减 %2</translation>
    </message>
</context>
<context>
    <name>foretrail::VersionStore</name>
    <message>
        <source>There is no run %1.</source>
        <translation>没有运行 %1。</translation>
    </message>
    <message>
        <source>Version %1 of run %2 is not kept. There are: %3; 0 is the run as it was trained.</source>
        <translation>运行 %2 的第 %1 版未保留。现有：%3；0 表示训练时的运行。</translation>
    </message>
    <message>
        <source>Another version of run %1 was published or restored meanwhile. Update once more.</source>
        <translation>其间运行 %1 已发布或恢复了另一个版本。请再次更新。</translation>
    </message>
    <message>
        <source>Run %1 forecasts as it was trained: there is no update to undo.</source>
        <translation>运行 %1 按训练时的模型预测：没有可撤销的更新。</translation>
    </message>
</context>
<context>
    <name>foretrail::WaterfallDrawing</name>
    <message>
        <source>Part</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>水平</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>其余各项</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>foretrail::Weights</name>
    <message>
        <source>The stored weights are damaged. Train the model again.</source>
        <translation>保存的权重已损坏。请重新训练模型。</translation>
    </message>
    <message>
        <source>This is a file of Python&apos;s pickle or a zip archive, which could run code when opened. Only weights written by Foretrail are read.</source>
        <translation>这是 Python pickle 文件或 zip 压缩包，打开时可能执行代码。只读取 Foretrail 写出的权重。</translation>
    </message>
    <message>
        <source>These are not weights written by Foretrail.</source>
        <translation>这不是 Foretrail 写出的权重。</translation>
    </message>
    <message>
        <source>The weights have format %1; this program reads up to %2. Install a newer Foretrail.</source>
        <translation>权重的格式版本为 %1，本程序最高支持 %2。请安装新版 Foretrail。</translation>
    </message>
</context>
<context>
    <name>foretrail::WhatIfGridModel</name>
    <message>
        <source>Was %1</source>
        <translation>原为 %1</translation>
    </message>
    <message>
        <source>Type a number, -10% or +5; with several cells selected it counts for all of them</source>
        <translation>输入数字、-10% 或 +5；选中多个单元格时对全部生效</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>History, forecast</source>
        <translation>历史、预测</translation>
    </message>
</context>
<context>
    <name>foretrail::WhatIfTab</name>
    <message>
        <source>Forecasting under changed inputs</source>
        <translation>正在按改动后的输入预测</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>%1的历史</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>%1 takes no columns, so only its history can be changed here. These models take columns:</source>
        <translation>%1不使用列，因此这里只能改动其历史。使用列的模型有：</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Nothing is forecast yet.</source>
        <translation>还没有预测。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a scenario: what it does</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The model takes no notice of this.</source>
        <translation>模型不理会这一改动。</translation>
    </message>
    <message>
        <source>Reading scenarios</source>
        <translation>正在读取情景</translation>
    </message>
    <message>
        <source>Saving scenario %1</source>
        <translation>正在保存情景 %1</translation>
    </message>
    <message>
        <source>There is a scenario %1 already. Choose another name.</source>
        <translation>已有情景 %1。请换一个名称。</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>保存情景</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Scenario %1</source>
        <translation>情景 %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Duplicate the scenario</source>
        <translation>复制情景</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1，副本</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Rename the scenario</source>
        <translation>重命名情景</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Renaming scenario %1</source>
        <translation>正在重命名情景 %1</translation>
    </message>
    <message>
        <source>Deleting scenario %1</source>
        <translation>正在删除情景 %1</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>Scenarios of the workspace</source>
        <translation>工作区中的情景</translation>
    </message>
    <message>
        <source>One is shown and changed; several that are selected are compared</source>
        <translation>选中一个即显示并可改动；选中多个则进行比较</translation>
    </message>
    <message>
        <source>Changes of the scenario</source>
        <translation>情景中的改动</translation>
    </message>
    <message>
        <source>Inputs of the forecast</source>
        <translation>预测的输入</translation>
    </message>
    <message>
        <source>Differences from the forecast</source>
        <translation>与预测的差别</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Removes the change that is selected in the list</source>
        <translation>移除列表中选中的改动</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>改动什么</translation>
    </message>
    <message>
        <source>From this date on</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Up to this date</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>By how much</source>
        <translation>改动多少</translation>
    </message>
    <message>
        <source>-10%</source>
        <translation>-10%</translation>
    </message>
    <message>
        <source>-10% and +5 move, 3 is the value itself</source>
        <translation>-10% 和 +5 表示增减，3 表示值本身</translation>
    </message>
    <message>
        <source>Models that take columns</source>
        <translation>使用列的模型</translation>
    </message>
    <message>
        <source>Steps of page Prepare put prices and holidays beside the series.</source>
        <translation>“准备”页面的步骤可在序列旁加入价格和节假日。</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Change an input, or drag the history on the chart: the forecast follows, nothing is learnt again.</source>
        <translation>改变一个输入，或在图上拖动历史值：预测随之变化，不会重新训练。</translation>
    </message>
    <message>
        <source>change scenario</source>
        <translation>更改情景</translation>
    </message>
    <message>
        <source>rename scenario %1</source>
        <translation>重命名情景 %1</translation>
    </message>
    <message>
        <source>delete scenario %1</source>
        <translation>删除情景 %1</translation>
    </message>
    <message>
        <source>save scenario %1</source>
        <translation>保存情景 %1</translation>
    </message>
    <message>
        <source>duplicate scenario %1</source>
        <translation>复制情景 %1</translation>
    </message>
    <message>
        <source>Takes back what was done last</source>
        <translation>撤销上一步操作</translation>
    </message>
</context>
<context>
    <name>foretrail::WhyTab</name>
    <message>
        <source>&amp;Step</source>
        <translation>步(&amp;S)</translation>
    </message>
    <message>
        <source>Step ahead that is explained</source>
        <translation>要解释的步</translation>
    </message>
    <message>
        <source>Which step of the horizon is explained; a click on a column chooses one, too</source>
        <translation>解释预测范围中的哪一步；点击柱形也可选择</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <source>Test the inputs</source>
        <translation>检验输入</translation>
    </message>
    <message>
        <source>Shuffles one group of inputs after the other and measures how much the error in the test part rises</source>
        <translation>依次打乱每组输入，测量测试部分的误差上升多少</translation>
    </message>
    <message>
        <source>Nothing is forecast yet.</source>
        <translation>还没有预测。</translation>
    </message>
    <message>
        <source>What a network looks at is found by asking it many times, which takes from seconds to minutes.</source>
        <translation>要知道网络依据什么，需要多次询问它，耗时从几秒到几分钟。</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Taking the forecast apart.</source>
        <translation>正在分解预测。</translation>
    </message>
    <message>
        <source>Explaining the forecast</source>
        <translation>正在解释预测</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>What step %1 is made of</source>
        <translation>第 %1 步的组成</translation>
    </message>
    <message>
        <source>What moves the forecast from its level</source>
        <translation>什么使预测偏离其水平</translation>
    </message>
    <message>
        <source>Testing what inputs matter</source>
        <translation>正在检验哪些输入重要</translation>
    </message>
    <message>
        <source>Stopping it changes nothing.</source>
        <translation>停止不会改变任何内容。</translation>
    </message>
    <message>
        <source>How much worse the forecasts of the test part become where one group of inputs is exchanged at random.</source>
        <translation>随机打乱一组输入后，测试部分的预测会变差多少。</translation>
    </message>
    <message>
        <source>Rise of the error, %</source>
        <translation>误差上升，%</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message numerus="yes">
        <source>Mean absolute error one step ahead %1 %2, from %3 origins in the test part; each group was shuffled %n times.</source>
        <translation>
            <numerusform>提前一步的平均绝对误差为 %1 %2，取自测试部分的 %3 个起点；每组输入打乱 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 matters most: without it the error is %2 % larger.</source>
        <translation>%1最重要：没有它，误差会增大 %2 %。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>全部步</translation>
    </message>
</context>
<context>
    <name>foretrail::WindowPlan</name>
    <message>
        <source>%1 is not a date. Write it as 2011-11-01.</source>
        <translation>%1 不是日期。请写成 2011-11-01。</translation>
    </message>
    <message>
        <source>This series has no dates. Split by a number of steps or a share.</source>
        <translation>该序列没有日期。请按步数或占比切分。</translation>
    </message>
    <message>
        <source>%1 lies outside of the series, which reaches from %2 to %3.</source>
        <translation>%1 在序列之外，序列范围是 %2 到 %3。</translation>
    </message>
    <message>
        <source>The validation part must begin before the test part.</source>
        <translation>验证段必须在测试段之前开始。</translation>
    </message>
    <message>
        <source>Series %1 has %2 observations; nothing is left to train on. Choose shorter test and validation parts.</source>
        <translation>序列 %1 有 %2 个观测值；没有剩余可供训练。请选更短的测试段和验证段。</translation>
    </message>
    <message>
        <source>Say where this part begins, as 2011-11-01.</source>
        <translation>请写明这一部分从哪天开始，如 2011-11-01。</translation>
    </message>
</context>
<context>
    <name>foretrail::WindowStep</name>
    <message>
        <source>Split by</source>
        <translation>切分方式</translation>
    </message>
    <message>
        <source>How the end of the training part is given.</source>
        <translation>如何给出训练段的终点。</translation>
    </message>
    <message>
        <source>number of steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Test steps</source>
        <translation>测试步数</translation>
    </message>
    <message>
        <source>The last steps, which only judge.</source>
        <translation>最后若干步，只用于评判。</translation>
    </message>
    <message>
        <source>Validation steps</source>
        <translation>验证步数</translation>
    </message>
    <message>
        <source>The steps before the test part, which decide when to stop training.</source>
        <translation>测试段之前的若干步，决定何时停止训练。</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试占比</translation>
    </message>
    <message>
        <source>Part of all steps, from 0 to 0.9.</source>
        <translation>占全部步数的比例，0 到 0.9。</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>验证占比</translation>
    </message>
    <message>
        <source>Test from</source>
        <translation>测试起始</translation>
    </message>
    <message>
        <source>First day of the test part, such as 2011-11-01.</source>
        <translation>测试段的第一天，例如 2011-11-01。</translation>
    </message>
    <message>
        <source>Validation from</source>
        <translation>验证起始</translation>
    </message>
    <message>
        <source>First day of the validation part; empty: none.</source>
        <translation>验证段的第一天；空：没有。</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Training, validation and test part in the order of time, and the windows that a network learns from. Never shuffled across time.</source>
        <translation>按时间顺序的训练、验证与测试段，以及网络学习所用的窗口。绝不跨时间打乱。</translation>
    </message>
    <message>
        <source>Scale each window</source>
        <translation>逐窗口缩放</translation>
    </message>
    <message>
        <source>By its own mean or last value, so that a level learnt years ago does not matter.</source>
        <translation>按其自身的均值或最后值，使多年前学到的水平不再影响。</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>divide by its mean</source>
        <translation>除以其均值</translation>
    </message>
    <message>
        <source>subtract its last value</source>
        <translation>减去其最后值</translation>
    </message>
    <message>
        <source>Lookback</source>
        <translation>回看窗口</translation>
    </message>
    <message>
        <source>Steps that a window shows.</source>
        <translation>一个窗口包含的步数。</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>预测步长</translation>
    </message>
    <message>
        <source>Steps that are forecast.</source>
        <translation>要预测的步数。</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Steps from one window to the next.</source>
        <translation>相邻窗口之间的步数。</translation>
    </message>
    <message>
        <source>The training part has %1 observations; a window of %2 and a target of %3 need %4. Choose a shorter window or horizon.</source>
        <translation>训练部分有 %1 个观测；窗口 %2 加目标 %3 需要 %4 个。请缩短窗口或预测期。</translation>
    </message>
</context>
<context>
    <name>foretrail::WindowsView</name>
    <message>
        <source>No series is prepared.</source>
        <translation>尚未准备任何序列。</translation>
    </message>
    <message>
        <source>This recipe does not say how windows are cut.</source>
        <translation>此配方没有说明如何切分窗口。</translation>
    </message>
    <message>
        <source>No window fits into the training part. Choose a shorter lookback or horizon, or fill the gaps.</source>
        <translation>训练部分放不下任何窗口。请缩短回看窗口或预测步长，或填补缺口。</translation>
    </message>
    <message>
        <source>Add windows</source>
        <translation>添加窗口</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Features of the window</source>
        <translation>窗口的特征</translation>
    </message>
    <message>
        <source>Training window %1 of %2: %3 rows to look back on, %4 to predict, %5 columns.</source>
        <translation>训练窗口 %1 / %2：回看 %3 行，预测 %4 行，%5 列。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Values are (value - %1) / %2.</source>
        <translation>显示的值为（值 - %1）/ %2。</translation>
    </message>
</context>
<context>
    <name>foretrail::Workbook</name>
    <message>
        <source>%1 has no sheet with cells.</source>
        <translation>%1 中没有含单元格的工作表。</translation>
    </message>
    <message>
        <source>%1 has no sheet %2. It has: %3.</source>
        <translation>%1 中没有工作表 %2。现有：%3。</translation>
    </message>
</context>
<context>
    <name>foretrail::Workspace</name>
    <message>
        <source>There is no file %1. Check the name, or create a workspace.</source>
        <translation>没有文件 %1。请检查名称，或新建工作区。</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a workspace file in it.</source>
        <translation>%1 是文件夹。请选择其中的工作区文件。</translation>
    </message>
    <message>
        <source>You may not read %1. Ask its owner for permission.</source>
        <translation>您无权读取 %1。请向所有者申请权限。</translation>
    </message>
    <message>
        <source>You may not change %1. Open it for reading only, or open a copy of it.</source>
        <translation>您无权更改 %1。请以只读方式打开，或打开其副本。</translation>
    </message>
    <message>
        <source>%1 is empty and not a workspace. Delete it, or choose another file.</source>
        <translation>%1 是空文件，不是工作区。请删除它，或选择其他文件。</translation>
    </message>
    <message>
        <source>%1 is not a Foretrail workspace. To bring its rows in, import it.</source>
        <translation>%1 不是 Foretrail 工作区。若要使用其中的数据，请导入。</translation>
    </message>
    <message>
        <source>%1 is a database of another program. Choose a Foretrail workspace.</source>
        <translation>%1 是其他程序的数据库。请选择 Foretrail 工作区。</translation>
    </message>
    <message>
        <source>%1 was written by a newer Foretrail (format %2; this program knows formats up to %3). Update Foretrail to open it.</source>
        <translation>%1 由新版 Foretrail 写出（格式 %2；本程序最高支持 %3）。请更新 Foretrail 后打开。</translation>
    </message>
    <message>
        <source>%1 is damaged: some of its tables are missing. Open a copy from a backup.</source>
        <translation>%1 已损坏：缺少部分数据表。请打开备份副本。</translation>
    </message>
    <message>
        <source>%1 is of an older format and must be brought up to date first. Open it once for writing.</source>
        <translation>%1 的格式较旧，须先升级。请以可写方式打开一次。</translation>
    </message>
    <message>
        <source>%1 exists already. Open it, or choose another name.</source>
        <translation>%1 已存在。请打开它，或换一个名称。</translation>
    </message>
    <message>
        <source>There is no folder %1. Create it, or choose another.</source>
        <translation>没有文件夹 %1。请创建它，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>You may not write into the folder %1. Choose another.</source>
        <translation>您无权写入文件夹 %1。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be created. Check the folder and try again.</source>
        <translation>无法创建 %1。请检查文件夹后重试。</translation>
    </message>
    <message>
        <source>%1 is damaged. Open a copy of it from a backup.</source>
        <translation>%1 已损坏。请打开备份副本。</translation>
    </message>
    <message>
        <source>%1 is damaged: row %2 of %3 refers to a row that is not there.</source>
        <translation>%1 已损坏：%3 的第 %2 行引用了不存在的行。</translation>
    </message>
</context>
<context>
    <name>foretrail::WorkspaceData</name>
    <message>
        <source>The workspace knows no users yet. Import a log with a user column first.</source>
        <translation>工作区还没有用户。请先导入含用户列的日志。</translation>
    </message>
    <message>
        <source>There is no user &quot;%1&quot;.</source>
        <translation>没有用户“%1”。</translation>
    </message>
    <message>
        <source>The workspace knows no sessions. Import a log with a session column, or name a user.</source>
        <translation>工作区中没有会话。请导入带有会话列的日志，或指定用户。</translation>
    </message>
    <message>
        <source>There is no session &quot;%1&quot;.</source>
        <translation>没有会话“%1”。</translation>
    </message>
</context>
<context>
    <name>foretrail::XlsxBook</name>
    <message>
        <source>The workbook could not be put together: %1. Is there room in the folder for temporary files?</source>
        <translation>无法生成工作簿：%1。临时文件夹还有空间吗？</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
</context>
<context>
    <name>foretrail::XlsxForecast</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Data and recipe</source>
        <translation>数据与配方</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Fitted model</source>
        <translation>拟合的模型</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Chart</source>
        <comment>a sheet</comment>
        <translation>图表</translation>
    </message>
    <message>
        <source>Plotted</source>
        <comment>a sheet</comment>
        <translation>绘图数据</translation>
    </message>
    <message>
        <source>Forecast</source>
        <comment>a sheet</comment>
        <translation>预测</translation>
    </message>
    <message>
        <source>Corrections</source>
        <comment>a sheet</comment>
        <translation>修正</translation>
    </message>
    <message>
        <source>History</source>
        <comment>a sheet</comment>
        <translation>历史</translation>
    </message>
    <message>
        <source>Metrics</source>
        <comment>a sheet</comment>
        <translation>指标</translation>
    </message>
    <message>
        <source>Provenance</source>
        <comment>a sheet</comment>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>foretrail::XmlSource</name>
    <message>
        <source>%1 holds a piece of text longer than %2 MiB: no real workbook does. Save it as CSV first.</source>
        <translation>%1 中有一段文本超过 %2 MiB，正常的工作簿不会如此。请先另存为 CSV。</translation>
    </message>
    <message>
        <source>%1 is damaged at line %2, column %3. Open the workbook in the program that wrote it and save it again.</source>
        <translation>%1 在第 %2 行第 %3 列处损坏。请用生成该工作簿的程序打开并重新保存。</translation>
    </message>
    <message>
        <source>%1 is nested more than %2 deep: no real workbook is. Save it as CSV first.</source>
        <translation>%1 的嵌套超过 %2 层，正常的工作簿不会如此。请先另存为 CSV。</translation>
    </message>
</context>
<context>
    <name>foretrail::ZipMembers</name>
    <message>
        <source>%1 cannot be read: %2. Check who may read it.</source>
        <translation>无法读取 %1：%2。请检查读取权限。</translation>
    </message>
    <message>
        <source>%1 holds more than %2 files. Unpack it and import its folder.</source>
        <translation>%1 中的文件超过 %2 个。请解压后导入其文件夹。</translation>
    </message>
    <message>
        <source>%1 is damaged or cut off: its table of contents cannot be read. Fetch or pack it again.</source>
        <translation>%1 已损坏或截断：无法读取其目录。请重新获取或打包。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Campaign</name>
    <message>
        <source>; %1 % rewarded (%2 to %3)</source>
        <translation>；有回报 %1 %（%2 至 %3）</translation>
    </message>
    <message>
        <source>%1: %2, %3 items, %4 shown to %5 users, %6 left%7</source>
        <translation>%1：%2，%3 个商品，向 %5 位用户展示 %4 次，剩余 %6%7</translation>
    </message>
    <message>
        <source>Campaign %1 is kept: %2 decides about %3 items.</source>
        <translation>活动 %1 已保存：%2 决定 %3 个商品。</translation>
    </message>
    <message>
        <source>Campaign %1 is removed, with %2 decisions.</source>
        <translation>活动 %1 及其 %2 个决定已删除。</translation>
    </message>
    <message>
        <source>%1	propensity %2	%3 (decision %4)</source>
        <translation>%1	倾向 %2	%3（决定 %4）</translation>
    </message>
    <message>
        <source>Nothing is shown: %1.</source>
        <translation>不展示：%1。</translation>
    </message>
    <message>
        <source>%1 decisions are settled by the log, %2 of them rewarded; %3 are open.</source>
        <translation>日志已确定 %1 个决定，其中 %2 个有回报；%3 个未定。</translation>
    </message>
    <message>
        <source>The budget was spent after %1 of %2 rounds.</source>
        <translation>%2 轮中的第 %1 轮后预算用完。</translation>
    </message>
    <message>
        <source>These decisions are simulated and never mixed with real ones; evaluate --simulated judges policies by them.</source>
        <translation>这些决定是模拟的，绝不与真实的混在一起；evaluate --simulated 用它们评判策略。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::CampaignOptions</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not a JSON object: %2 at byte %3.</source>
        <translation>%1 不是 JSON 对象：第 %3 字节处 %2。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::CampaignOutput</name>
    <message>
        <source>Learnt from %1 decisions, judged on %2. Reward of a showing in %, with 95 % intervals.</source>
        <translation>从 %1 个决定中学习，用 %2 个评判。每次展示的回报（%），附 95 % 区间。</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>effective size</source>
        <translation>有效样本量</translation>
    </message>
    <message>
        <source>%1: not enough evidence</source>
        <translation>%1：证据不足</translation>
    </message>
    <message>
        <source>as decided</source>
        <translation>按已作决定</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Customers</name>
    <message>
        <source>%1: %2 users, %3 of them came back; %4; ln of the likelihood %5.</source>
        <translation>%1：%2 位用户，其中 %3 位回来购买过；%4；对数似然 %5。</translation>
    </message>
    <message>
        <source>In the %1 days behind: %2 purchase days expected, %3 seen; mean error of a user %4; who buys again is told with an AUC of %5.</source>
        <translation>在其后的 %1 天里：预计 %2 个购买日，实际 %3 个；每位用户的平均误差 %4；判断谁会再次购买的 AUC 为 %5。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Drift</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 holds no JSON object.</source>
        <translation>%1 不含 JSON 对象。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Exceptions</name>
    <message>
        <source>%1 takes too long for all series. Choose a quick model, such as theta, ses, ar or snaive.</source>
        <translation>%1 用于全部序列太慢。请选择快速模型，例如 theta、ses、ar 或 snaive。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Flows</name>
    <message>
        <source>The funnel has no step &quot;%1&quot;. Its steps: %2; a number from 1 does too.</source>
        <translation>漏斗中没有步骤“%1”。现有步骤：%2；也可以用从 1 开始的序号。</translation>
    </message>
    <message>
        <source>Users who came to %1 and no further: %2.</source>
        <translation>走到 %1 后没有继续的用户：%2 位。</translation>
    </message>
    <message>
        <source>Users who came to %1: %2.</source>
        <translation>走到 %1 的用户：%2 位。</translation>
    </message>
    <message>
        <source>%1 of %2 that began came to the end (%3 %).</source>
        <translation>开始的 %2 个中有 %1 个走到最后（%3%）。</translation>
    </message>
    <message>
        <source>Most are lost between %1 and %2.</source>
        <translation>流失最多的是 %1 到 %2 之间。</translation>
    </message>
    <message>
        <source>How many came to the end is withheld.</source>
        <translation>到达终点的数量不予显示。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Forecast</name>
    <message numerus="yes">
        <source>%n series left out:</source>
        <translation>
            <numerusform>略去 %n 个序列：</numerusform>
        </translation>
    </message>
    <message>
        <source>  and %1 more</source>
        <translation>  另有 %1 个</translation>
    </message>
    <message>
        <source>%1 series were too short for %2 folds and are left out.</source>
        <translation>%1 个序列太短，不足 %2 折，已略去。</translation>
    </message>
    <message>
        <source>--groups: nothing is known of these series but their values. Import a table of their attributes first.</source>
        <translation>--groups：除数值外对这些序列一无所知。请先导入一张属性表。</translation>
    </message>
    <message>
        <source>--groups: no table says &quot;%1&quot; of these series. There are: %2.</source>
        <translation>--groups：没有表给出这些序列的“%1”。可用的有：%2。</translation>
    </message>
    <message>
        <source>--compare: %1 is not among the models that are tested.</source>
        <translation>--compare：%1 不在所测试的模型之中。</translation>
    </message>
    <message>
        <source>Corrections belong to what is ahead: --overrides and --holdout do not go together.</source>
        <translation>修正属于未来：--overrides 与 --holdout 不能同时使用。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::History</name>
    <message>
        <source>taken back %1</source>
        <translation>%1 撤销</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>	read %1 = stored %2 + duplicate %3 + rejected %4 + filtered %5</source>
        <translation>	读取 %1 = 保存 %2 + 重复 %3 + 拒绝 %4 + 过滤 %5</translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>尚未导入任何数据。</translation>
    </message>
    <message>
        <source>%1 of %2 taken back</source>
        <translation>%2 个中已撤销 %1 个</translation>
    </message>
    <message>
        <source>group %1	%2	%3 files	%4</source>
        <translation>导入组 %1	%2	%3 个文件	%4</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Import</name>
    <message>
        <source>--time-zone: %1 is not a time zone. Write for example Europe/London or UTC.</source>
        <translation>--time-zone：%1 不是时区。例如可写 Europe/London 或 UTC。</translation>
    </message>
    <message>
        <source>Read %1 = stored %2 + duplicate %3 + rejected %4 + filtered %5, in %6 s.</source>
        <translation>读取 %1 = 保存 %2 + 重复 %3 + 拒绝 %4 + 过滤 %5，用时 %6 秒。</translation>
    </message>
    <message numerus="yes">
        <source>The %n file(s) before it are imported.</source>
        <translation>
            <numerusform>在它之前的 %n 个文件已导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>--part: there is no %1. There are: %2.</source>
        <translation>--part：没有 %1。可选的有：%2。</translation>
    </message>
    <message>
        <source>%1: the template does not fit. %2 of the first %3 rows cannot be read with it, and %4 without it. Leave it out, or give --date-format.</source>
        <translation>%1：模板不适用。前 %3 行中有 %2 行用模板无法解析，不用模板则为 %4 行。请不用模板，或给出 --date-format。</translation>
    </message>
    <message>
        <source>None of the files has rows: there is nothing to import.</source>
        <translation>所有文件都没有数据行，没有可导入的内容。</translation>
    </message>
    <message numerus="yes">
        <source>The other %n file(s) are imported.</source>
        <translation>
            <numerusform>其余 %n 个文件已导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>--decimal and --thousands cannot be the same sign.</source>
        <translation>--decimal 与 --thousands 不能是同一个符号。</translation>
    </message>
    <message>
        <source>--thousands: that sign is the decimal sign of these numbers. Say another with --decimal.</source>
        <translation>--thousands：这个符号是这些数字的小数点。请用 --decimal 另行指定小数点。</translation>
    </message>
    <message>
        <source>%1 has no rows: there is nothing to import.</source>
        <translation>%1 没有数据行，没有可导入的内容。</translation>
    </message>
    <message numerus="yes">
        <source>The same or the like of %n more file(s).</source>
        <translation>
            <numerusform>另有 %n 个文件有相同或类似的问题。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Intent</name>
    <message numerus="yes">
        <source>a purchase within %n day(s)</source>
        <translation>
            <numerusform>%n 天内购买</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no purchase for %n day(s)</source>
        <translation>
            <numerusform>%n 天内无购买</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not seen for %n day(s)</source>
        <translation>
            <numerusform>%n 天内未出现</numerusform>
        </translation>
    </message>
    <message>
        <source>a purchase later in the session</source>
        <translation>本次会话稍后购买</translation>
    </message>
    <message>
        <source>Asked: %1. Model: %2, learnt from %3 cases, of which %4 % ended so.</source>
        <translation>问题：%1。模型：%2，基于 %3 个样本学习，其中 %4 % 为该结果。</translation>
    </message>
    <message>
        <source>On the part held back, which chose and calibrated the model:</source>
        <translation>在用于选择和校准模型的留出部分上：</translation>
    </message>
    <message>
        <source>On what came behind the time given (%1 cases, %2 ended so):</source>
        <translation>在给定时间之后（%1 个样本，%2 个为该结果）：</translation>
    </message>
    <message>
        <source>  %1: ROC AUC %2 (+- %7), PR AUC %3, log loss %4, Brier %5, calibration error %6</source>
        <translation>  %1：ROC AUC %2（±%7），PR AUC %3，对数损失 %4，Brier %5，校准误差 %6</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Live</name>
    <message>
        <source>&quot;%1&quot; is no duration. Write 90s, 10m or 2h.</source>
        <translation>“%1”不是时长。请写 90s、10m 或 2h。</translation>
    </message>
    <message>
        <source>%1  %2 events a second; stored %3, duplicate %4, rejected %5; %6 in all</source>
        <translation>%1  每秒 %2 个事件；已存 %3，重复 %4，拒绝 %5；共 %6</translation>
    </message>
    <message>
        <source>Listening at %1.</source>
        <translation>正在监听 %1。</translation>
    </message>
    <message>
        <source>Read %1 = stored %2 + duplicate %3 + rejected %4 + filtered %5.</source>
        <translation>读取 %1 = 存储 %2 + 重复 %3 + 拒绝 %4 + 过滤 %5。</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) online</source>
        <translation>
            <numerusform>%n 位用户在线</numerusform>
        </translation>
    </message>
    <message>
        <source>today %1 %2</source>
        <translation>今天 %1 %2</translation>
    </message>
    <message>
        <source>expected %1 (%2 to %3)</source>
        <translation>预计 %1（%2 至 %3）</translation>
    </message>
    <message>
        <source>likeliest to buy: %1 with %2 %</source>
        <translation>最可能购买：%1，%2 %</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>, last %1</source>
        <translation>，最近 %1</translation>
    </message>
    <message>
        <source>buys in this session %1 %</source>
        <translation>本次会话会购买 %1 %</translation>
    </message>
    <message>
        <source>active %1 %</source>
        <translation>活跃 %1 %</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>接下来 %1</translation>
    </message>
    <message>
        <source>Waiting for %1, which is not there yet.</source>
        <translation>正在等待尚不存在的 %1。</translation>
    </message>
    <message>
        <source>Run %1 was not updated up to %2: %3</source>
        <translation>运行 %1 未能更新到 %2：%3</translation>
    </message>
    <message>
        <source>Run %1 (%2) up to %3: %4</source>
        <translation>运行 %1（%2）更新到 %3：%4</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Options</name>
    <message>
        <source>Many series answer to --by %1. Choose with --series KEY, --top N or --all.</source>
        <translation>有许多序列符合 --by %1。请用 --series KEY、--top N 或 --all 选择。</translation>
    </message>
    <message>
        <source>%1 is not a number.</source>
        <translation>%1 不是有效的数值。</translation>
    </message>
    <message>
        <source>members and weighing say how the model combination is made up; %1 does not read them.</source>
        <translation>members 和 weighing 说明模型 combination 的构成；%1 不读取它们。</translation>
    </message>
    <message>
        <source>%1 is not a percentage from 1 to 99.9. Write for example 80,95.</source>
        <translation>%1 不是 1 到 99.9 之间的百分比。例如可写作 80,95。</translation>
    </message>
    <message>
        <source>Only the users of segment %1 (%2). %3</source>
        <translation>仅限分群 %1 的用户（%2 人）。%3</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Overrides</name>
    <message>
        <source>Nothing is forecast here. Give a --horizon.</source>
        <translation>这里没有预测。请给出 --horizon。</translation>
    </message>
    <message>
        <source>%1 is no step of the forecast, which goes from %2 to %3. Choose one of them, or another --horizon.</source>
        <translation>%1 不是预测中的步，预测从 %2 到 %3。请选择其中之一，或另选 --horizon。</translation>
    </message>
    <message>
        <source>--set takes TIME=CORRECTION, such as 2026-01-31=120 or 2026-01-31=+10%; &quot;%1&quot; is not of that form.</source>
        <translation>--set 的形式为 时间=修正，例如 2026-01-31=120 或 2026-01-31=+10%；“%1”不是这种形式。</translation>
    </message>
    <message>
        <source>A correction belongs to one series. Choose it with --series.</source>
        <translation>一个修正属于一个序列。请用 --series 选择。</translation>
    </message>
    <message numerus="yes">
        <source>%n corrections have no reason; say one with --reason.</source>
        <translation>
            <numerusform>%n 处修正没有原因；请用 --reason 说明。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Privacy</name>
    <message>
        <source>Erased: %1 events, %2 attributes, the text of %3 rejected rows.</source>
        <translation>已清除：%1 个事件、%2 个属性、%3 个被拒绝行的文字。</translation>
    </message>
    <message>
        <source>Files that were imported still name the user: an import of them brings the user back.</source>
        <translation>导入过的文件里仍有该用户：再次导入会让该用户重新出现。</translation>
    </message>
    <message>
        <source>Users are called by hidden names, such as u-7kq2m9xa.</source>
        <translation>用户以隐藏名称显示，例如 u-7kq2m9xa。</translation>
    </message>
    <message>
        <source>Users are called by their ids.</source>
        <translation>用户以其 ID 显示。</translation>
    </message>
    <message>
        <source>Another program reads the workspace: unused parts of the file may still hold the id. Close it, and erase the user again.</source>
        <translation>另一个程序正在读取该工作区：文件中未使用的部分可能仍含有该 ID。请关闭它，然后再次清除该用户。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Quality</name>
    <message>
        <source>problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Rows: %1, users: %2, items: %3, series: %4.</source>
        <translation>行数：%1，用户：%2，商品：%3，序列：%4。</translation>
    </message>
    <message>
        <source>Nothing of this kind was found.</source>
        <translation>没有发现这类问题。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Recipes</name>
    <message>
        <source>comes with the program</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>Recipe %1 is saved.</source>
        <translation>配方 %1 已保存。</translation>
    </message>
    <message>
        <source>Series: %1, rows: %2, fingerprint %3.</source>
        <translation>序列：%1，行数：%2，指纹 %3。</translation>
    </message>
    <message>
        <source>%1: %2 rows in, %3 changed, %4 out.</source>
        <translation>%1：输入 %2 行，改动 %3 行，输出 %4 行。</translation>
    </message>
    <message numerus="yes">
        <source>%n series left out:</source>
        <translation>
            <numerusform>略去 %n 个序列：</numerusform>
        </translation>
    </message>
    <message>
        <source>A recipe is suggested for one series. Choose it with --series.</source>
        <translation>配方是针对一个序列建议的。请用 --series 选定。</translation>
    </message>
    <message>
        <source>The recipe and the fingerprint of data and recipe stand in %1.</source>
        <translation>配方以及数据和配方的指纹写在 %1 中。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Report</name>
    <message>
        <source>name a file that ends in .pdf or .html, or say --format pdf or --format html</source>
        <translation>请给出以 .pdf 或 .html 结尾的文件名，或指明 --format pdf 或 --format html</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::RuleOptions</name>
    <message>
        <source>%1 keys of %2 are no users of this workspace.</source>
        <translation>%2 中有 %1 个键不是此工作区的用户。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Runs</name>
    <message>
        <source>Run %1: %2. %3</source>
        <translation>训练记录 %1：%2。%3</translation>
    </message>
    <message>
        <source>No runs yet. Train one with: foretrail-cli train %1 --spec FILE.json</source>
        <translation>还没有训练记录。训练命令：foretrail-cli train %1 --spec FILE.json</translation>
    </message>
    <message>
        <source>Run %1 was trained on series %2, not on %3.</source>
        <translation>训练记录 %1 是用序列 %2 训练的，不是 %3。</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>训练 %1</translation>
    </message>
    <message>
        <source>Kept after epoch %1. Go on with: foretrail-cli train %2 --resume %3</source>
        <translation>已在第 %1 轮后保存。继续：foretrail-cli train %2 --resume %3</translation>
    </message>
    <message>
        <source>Not finished: %1, after epoch %2. Go on with: foretrail-cli train %3 --resume %4</source>
        <translation>未完成：%1，第 %2 轮后。继续：foretrail-cli train %3 --resume %4</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>运行 %1：%2</translation>
    </message>
    <message>
        <source>There is no run %1. See those there are with: foretrail-cli runs %2</source>
        <translation>没有运行 %1。用以下命令查看现有运行：foretrail-cli runs %2</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Search</name>
    <message numerus="yes">
        <source>%n trainings of the search are stored. The same command goes on with it.</source>
        <translation>
            <numerusform>该搜索已有 %n 次训练存储下来。再次运行同一命令即可继续。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Segments</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>The rule is not a JSON object: %1 at byte %2.</source>
        <translation>规则不是 JSON 对象：第 %2 字节处 %1。</translation>
    </message>
    <message>
        <source>Nothing to save: say --rule, --rule-file, or --users with the key of a segment.</source>
        <translation>没有可保存的内容：请给出 --rule、--rule-file，或用 --users 指定分群的键。</translation>
    </message>
    <message>
        <source>Segment %1 is saved.</source>
        <translation>分群“%1”已保存。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Shop</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>Events: %1, orders: %2, net value: %3, per order: %4</source>
        <translation>事件：%1，订单：%2，净额：%3，每单：%4</translation>
    </message>
    <message>
        <source>Days since the last purchase (of the last event without one): %1, usual gap: %2</source>
        <translation>距上次购买的天数（未购买则为末次事件）：%1，通常间隔：%2</translation>
    </message>
    <message>
        <source>Kinds: %1</source>
        <translation>类型：%1</translation>
    </message>
    <message>
        <source>Items: %1</source>
        <translation>商品：%1</translation>
    </message>
    <message>
        <source>Categories: %1</source>
        <translation>类别：%1</translation>
    </message>
    <message>
        <source>%1 exists already. Name a new file, or remove this one first.</source>
        <translation>%1 已存在。请换一个文件名，或先删除它。</translation>
    </message>
    <message>
        <source>%1: %2 events of %3 users with %4 items.</source>
        <translation>%1：%3 位用户、%4 种商品的 %2 个事件。</translation>
    </message>
    <message>
        <source>Sessions: %1</source>
        <translation>会话：%1</translation>
    </message>
    <message>
        <source>RFM: %1 %2 %3, %4</source>
        <translation>RFM：%1 %2 %3，%4</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>Similar: %1 (%2)</source>
        <translation>相似：%1（%2）</translation>
    </message>
    <message>
        <source>Funnel: %1</source>
        <translation>漏斗：%1</translation>
    </message>
    <message>
        <source>Next: %1, %2</source>
        <translation>接下来：%1，%2</translation>
    </message>
    <message>
        <source>Model of buyers: %1. %2</source>
        <translation>买家模型：%1。%2</translation>
    </message>
    <message>
        <source>%1: %2 series with %3 values.</source>
        <translation>%1：%2 个序列，共 %3 个值。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Update</name>
    <message>
        <source>published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>%1, current</source>
        <translation>%1，当前</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Run %1 forecasts as it was trained.</source>
        <translation>运行 %1 按训练时的样子预测。</translation>
    </message>
    <message>
        <source>Run %1 forecasts by version %2.</source>
        <translation>运行 %1 用版本 %2 预测。</translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Why</name>
    <message>
        <source>No series answers to this. Choose others.</source>
        <translation>没有符合的序列。请另选。</translation>
    </message>
    <message>
        <source>Scenarios are for one series at a time. Choose one with --series KEY.</source>
        <translation>情景一次只针对一个序列。请用 --series KEY 选择一个。</translation>
    </message>
</context>
</TS>

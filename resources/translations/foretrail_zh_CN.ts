<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
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
        <source>Returns among them: %1.</source>
        <translation>其中退货 %1 行。</translation>
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
        <source>Took %1 s.</source>
        <translation>用时 %1 秒。</translation>
    </message>
    <message>
        <source>Net revenue stored: %1.</source>
        <translation>入库净收入：%1。</translation>
    </message>
</context>
<context>
    <name>SampleWorkspace</name>
    <message>
        <source>The folder %1 cannot be made. Check who may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample shop could not be put at %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkspaceFiles</name>
    <message>
        <source>Workspaces (*.foretrail)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs and tables (*.csv *.tsv *.txt *.gz *.zip *.xz *.bz2 *.zst);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail</name>
    <message>
        <source>The horizon is %1 steps; it must be at least 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an interval level; it must lie between 0 and 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series %1 has %2 observations, this model needs at least %3. Choose a finer step, a smaller season or a simpler model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>observation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series %1 has no usable value at %2. Choose a rule for missing values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a loss. Allowed: mse, mae, huber.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a normalisation. Allowed: none, minmax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was looked for in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was found but did not load: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The neural module is not available, so LSTM and GRU cannot be used. %1 Install the packages libtorch-dev and libopenblas0-pthread and build again; all other models work without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to another version of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negative values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series %1 has no usable value left after cleaning.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::AppSession</name>
    <message>
        <source>No workspace is open. Open one on the Start page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sample shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the workspace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::Backtest</name>
    <message>
        <source>The number of folds must be from 1 to 10000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no series to test on. Import data first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 folds of %2 steps need longer series. Choose fewer folds or a shorter horizon.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::Calendar</name>
    <message>
        <source>&quot;%1&quot; is not a step. Use hour, day, week, month, quarter or year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date. Write it as 2011-09-30 or 2011-09-30T13:00:00.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::Connection</name>
    <message>
        <source>The disk is full, so %1 could not be written and is as it was. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be changed: it, or its folder, is read-only. Copy it to a folder of yours and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened. Check that you may read and write the file and its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being written by another program or job. Wait until that has ended and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be read. Open a copy of it from a backup, or import the source files into a new workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a Foretrail workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk did not read or write %1. Check the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to work with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the database reports &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::CsvWriter</name>
    <message>
        <source>%1 cannot be written: %2. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::CustomersPage</name>
    <message>
        <source>Export list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search %1 users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 users. The best tenth of them bring %2 % of revenue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No users yet. Import a log that says who bought or clicked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading user %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading a user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the list of users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting %1 users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
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
        <source>No data yet. Choose or drop a file of sales, clicks or series.</source>
        <translation>尚无数据。请选择或拖入销售、点击或序列文件。</translation>
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
        <source>Data</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>foretrail::Drift</name>
    <message>
        <source>The last value, moved by %1 a step.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::Error</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::EventTimeline</name>
    <message>
        <source>Timeline of events by kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::Experiment</name>
    <message>
        <source>Series %1 has %2 observations; a test part of %3 needs at least %4. Choose a shorter test part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::FactWriter</name>
    <message>
        <source>A workspace holds at most %1 attributes, and &quot;%2&quot; would be one more. Ignore columns that you do not need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series %1 is already there with the step &quot;%2&quot;, so values with the step &quot;%3&quot; cannot be added. Import them into another workspace, or choose the same step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series %1 at %2 has the value %3 and cannot have %4 too. Choose to skip or to replace such values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::Help</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample shop, begin a workspace from a file, or go on where you left off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import logs and tables. See what was read, stored, found twice and rejected, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model and its settings, watch it learn, and compare runs with repeating the last season.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See history, forecast and its intervals for each series, and what the residuals say about the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a shopper; see recency, frequency, value, every event, and the activity to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First page, Ctrl+2 the second, and so on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import logs or tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit; running jobs are stopped first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys read out values, + and - zoom, Esc shows everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foretrail %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecasts an online shop and helps to understand its shoppers. Works offline: no data leaves this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built with Qt %1 (running with %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>foretrail::ImportInspector</name>
    <message>
        <source>%1 is not a date. Write it as 2011-09-30.</source>
        <translation>%1 不是日期，请写成 2011-09-30 的形式。</translation>
    </message>
    <message>
        <source>Guessed, %1 % sure</source>
        <translation>自动识别，把握 %1 %</translation>
    </message>
    <message>
        <source>One row a value</source>
        <translation>长表：每行一个数值</translation>
    </message>
    <message>
        <source>One row a series</source>
        <translation>宽表：每行一条序列</translation>
    </message>
    <message>
        <source>From the dates, else an index</source>
        <translation>按日期判断，无日期则用序号</translation>
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
        <translation>季度</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Keep the stored value</source>
        <translation>保留已存数值</translation>
    </message>
    <message>
        <source>Take the new value</source>
        <translation>采用新数值</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>停止导入</translation>
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
        <source>Point: 1234.56</source>
        <translation>句点：1234.56</translation>
    </message>
    <message>
        <source>Comma: 1234,56</source>
        <translation>逗号：1234,56</translation>
    </message>
    <message>
        <source>How the file is read</source>
        <translation>文件读取方式</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>数据类型(&amp;K)</translation>
    </message>
    <message>
        <source>Sales lines have a price or an amount; events are clicks, carts or purchases; series are ready to forecast</source>
        <translation>销售明细含单价或金额；行为事件为点击、加购或购买；序列可直接用于预测</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>表格布局(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Date format</source>
        <translation>日期格式(&amp;D)</translation>
    </message>
    <message>
        <source>no dates</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>Date format</source>
        <translation>日期格式</translation>
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
        <translation>文件记录时间所用的时区；按该时区的日历划分日期</translation>
    </message>
    <message>
        <source>Time of the &amp;first column</source>
        <translation>首列对应的时间(&amp;F)</translation>
    </message>
    <message>
        <source>none: a plain index</source>
        <translation>留空则用序号</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>时间间隔(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Other value for a stored time</source>
        <translation>同一时间已有不同数值时(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Columns end at</source>
        <translation>分隔符(&amp;C)</translation>
    </message>
    <message>
        <source>First &amp;row names the columns</source>
        <translation>首行为列名(&amp;R)</translation>
    </message>
    <message>
        <source>Decimal si&amp;gn</source>
        <translation>小数点符号(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>字符编码(&amp;E)</translation>
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
        <source>Already there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略过</translation>
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
        <source>As &amp;stored</source>
        <translation>入库形式(&amp;S)</translation>
    </message>
    <message>
        <source>As in the &amp;file</source>
        <translation>文件原文(&amp;F)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>文件前几行</translation>
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
        <source>Already there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略过</translation>
    </message>
</context>
<context>
    <name>foretrail::ImportsView</name>
    <message>
        <source>Imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>被拒绝的行</translation>
    </message>
    <message>
        <source>Export rejected rows</source>
        <translation>导出被拒绝的行</translation>
    </message>
    <message>
        <source>Rejected rows: %1</source>
        <translation>被拒绝的行：%1</translation>
    </message>
    <message>
        <source>No row was rejected.</source>
        <translation>没有被拒绝的行。</translation>
    </message>
</context>
<context>
    <name>foretrail::JobRow</name>
    <message>
        <source>Running for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::JobRunner</name>
    <message>
        <source>The machine ran out of memory. Close other programs or take a smaller part of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unforeseen happened: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::JobsModel</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::JobsPanel</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>foretrail::MainWindow</name>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - Foretrail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foretrail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::Mean</name>
    <message>
        <source>The mean of %1 observations.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::MessageBar</name>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more behind it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::ModelRegistry</name>
    <message>
        <source>Naive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats the last value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seasonal naive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats the last season.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continues the line from the first to the last value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of everything so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of the last values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model named %1. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::Models</name>
    <message>
        <source>The stored model is damaged: %1 is absent or out of range. Train it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::MovingAverage</name>
    <message>
        <source>The mean of the last %1 values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::Naive</name>
    <message>
        <source>The last value, repeated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::OutcomeJson</name>
    <message>
        <source>The stored run is incomplete: %1 is missing. Train it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::PageHeader</name>
    <message>
        <source>Show or hide the settings at the right</source>
        <translation type="unfinished"></translation>
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
    <name>foretrail::ProfileView</name>
    <message>
        <source>Activity of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first seen %1, last seen %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no usual gap yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually %1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no prices in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events %1 and forecast (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few events for a curve.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::Rail</name>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::RecentRow</name>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 off this list</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>foretrail::Runs</name>
    <message>
        <source>There is no such series. Import data first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 series answer to this. Name the one to train on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::RunsModel</name>
    <message>
        <source>no test part</source>
        <translation>没有测试段</translation>
    </message>
    <message>
        <source>further off</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>as close</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>%1 % closer</source>
        <translation>误差低 %1 %</translation>
    </message>
    <message>
        <source>%1 % further off</source>
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
        <source>How much closer the model came than repeating the last season, on the same test part</source>
        <translation>在同一测试段上，模型的误差比重复上一季节低多少</translation>
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
        <source>Use these settings</source>
        <translation>使用这些设置</translation>
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
        <source>Another name for the run (F2)</source>
        <translation>给该次运行换一个名称（F2）</translation>
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
        <source>Stored runs: %1</source>
        <translation>已保存的运行：%1</translation>
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
</context>
<context>
    <name>foretrail::SeasonalNaive</name>
    <message>
        <source>The value %1 steps before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::Sentence</name>
    <message>
        <source>repeating the last value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeating yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeating last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeating last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeating the last %1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 v %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further off than %1, which is exact here (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As close as %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % closer than %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % further off than %2 (%3)</source>
        <translation type="unfinished"></translation>
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
        <source>Step size of Adam, usually 0.001</source>
        <translation>Adam 的步长，通常为 0.001</translation>
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
        <source>Values before that are weighed; -1: chosen by AICc</source>
        <translation>加权的历史值个数；-1：按 AICc 选择</translation>
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
        <source>Steps to forecast; a network goes one step ahead, again and again</source>
        <translation>要预测的步数；神经网络逐步递推</translation>
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
        <source>Missing values</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>What stands in for an observation that is not there</source>
        <translation>用什么代替缺失的观测值</translation>
    </message>
    <message>
        <source>Negative values</source>
        <translation>负值</translation>
    </message>
    <message>
        <source>What becomes of values below 0</source>
        <translation>如何处理小于 0 的数值</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>异常值</translation>
    </message>
    <message>
        <source>What becomes of values beyond the limit</source>
        <translation>如何处理超出界限的数值</translation>
    </message>
    <message>
        <source>Outlier limit</source>
        <translation>异常值界限</translation>
    </message>
    <message>
        <source>In interquartile ranges beyond the quartiles of the training part</source>
        <translation>训练段四分位数之外的四分位距倍数</translation>
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
        <source>linear</source>
        <translation>线性插值</translation>
    </message>
    <message>
        <source>last value</source>
        <translation>前一个值</translation>
    </message>
    <message>
        <source>last season</source>
        <translation>上一季节</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>as missing</source>
        <translation>视为缺失</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>setting and its value: Lookback 30</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>foretrail::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::SpecReader</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a whole number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a whole number from 0 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a list of numbers from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a setting here. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::StartPage</name>
    <message>
        <source>Open the sample shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A made-up shop with two years of sales and visits, to look around in without a file of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales lines, clicks or ready-made series as CSV, also compressed. Dropping a file on the window does the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with a .foretrail file: its data, runs and forecasts are all inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces that you open are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open, with %2 rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast what will sell and understand who buys. No data leaves this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at recent workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::StatusLine</name>
    <message>
        <source>No jobs are running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>job and how far it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the jobs (Ctrl+J)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>foretrail::Table</name>
    <message>
        <source>%1 is not a rule for %2. Allowed: %3.</source>
        <translation type="unfinished"></translation>
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
        <source>Cleaning</source>
        <translation>清洗</translation>
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
</context>
<context>
    <name>foretrail::TrainPage</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
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
        <source>Stopped: nothing was stored.</source>
        <translation>已停止，未保存任何内容。</translation>
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
</context>
<context>
    <name>foretrail::TrainingSpec</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: not a JSON object (%3).</source>
        <translation type="unfinished"></translation>
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
    <name>foretrail::UsersModel</name>
    <message>
        <source>Sorting users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::Workspace</name>
    <message>
        <source>There is no file %1. Check the name, or create a workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a workspace file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not read %1. Ask its owner for permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not change %1. Open it for reading only, or open a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty and not a workspace. Delete it, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read. Check the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a Foretrail workspace. To bring its rows in, import it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a database of another program. Choose a Foretrail workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written by a newer Foretrail (format %2; this program knows formats up to %3). Update Foretrail to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged: some of its tables are missing. Open a copy from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is of an older format and must be brought up to date first. Open it once for writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists already. Open it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder %1. Create it, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not write into the folder %1. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be created. Check the folder and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged. Open a copy of it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged: row %2 of %3 refers to a row that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::neural::TorchNetwork</name>
    <message>
        <source>The neural module failed. The log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored weights belong to a network of another shape. Train it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss of epoch %1 is not a number: training has run away. Choose a smaller learning rate, or min-max normalisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foretrail::neural::Work</name>
    <message>
        <source>There is not enough memory for this network. Choose fewer units, fewer layers or a smaller batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The neural module failed. The log says more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Forecast an online shop and understand its shoppers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit once the window is on screen, to measure the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workspace to open, or logs to import.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

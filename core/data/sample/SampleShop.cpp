#include "core/data/sample/SampleShop.h"

#include "core/base/OutputFile.h"
#include "core/data/sample/SamplePlan.h"
#include "core/data/sample/SampleRun.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>
#include <QElapsedTimer>
#include <QJsonDocument>


#include <charconv>

namespace foretrail {
namespace {

struct SampleShopText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::SampleShop)
};

// Measured: what one active user does in a year of level 1.
constexpr double eventsPerUserAndYear = 155;

Result<void> checkEmpty(Workspace &workspace)
{
    const Result<DataSummary> summary = workspace.data().summary();
    if (!summary)
        return fail(summary.error());
    if (summary->rows() > 0)
        return fail(ErrorCode::InvalidInput, SampleShopText::tr("%1 holds data already. Make the sample shop in a new workspace.").arg(workspace.path()));
    return {};
}

void addTo(ImportReport &report, const EventRow &event)
{
    ++report.read;
    ++report.stored;
    if (event.kind == "return")
        ++report.returns;
    if (event.amount == event.amount) // views and carts have none
        report.netRevenueRead += event.amount;
}

Result<void> keepSettings(Workspace &workspace, const SampleTruth &truth)
{
    const QString json = QString::fromUtf8(QJsonDocument(truth.toJson()).toJson(QJsonDocument::Compact));
    const std::pair<const char *, QString> settings[] = {
        {sampleTruthSetting, json}, {"currency", QStringLiteral("EUR")}, {"timeZone", QStringLiteral("UTC")}};
    for (const auto &[key, value] : settings)
        if (const Result<void> kept = workspace.setSetting(QLatin1String(key), value); !kept)
            return kept;
    return {};
}

/// Writes rows of the log; text never holds a comma or a quote.
class CsvLog {
public:
    explicit CsvLog(QIODevice &device)
        : m_device(device), m_buffer("time,user,item,item_name,kind,category,session,quantity,price,country,channel\n")
    {
    }
    bool add(const EventRow &event)
    {
        m_buffer += QDateTime::fromMSecsSinceEpoch(event.time, QTimeZone::utc()).toString(u"yyyy-MM-dd HH:mm:ss").toLatin1();
        for (const std::string_view text : {event.user, event.item, event.itemName, event.kind, event.category, event.session})
            m_buffer.append(',').append(text.data(), qsizetype(text.size()));
        number(event.quantity);
        number(event.price);
        for (const std::string_view text : {event.attributes[0], event.attributes[1]})
            m_buffer.append(',').append(text.data(), qsizetype(text.size()));
        m_buffer += '\n';
        return m_buffer.size() < 1 << 20 || flush();
    }
    bool flush()
    {
        const bool isWritten = m_device.write(m_buffer) == m_buffer.size();
        m_buffer.clear();
        return isWritten;
    }

private:
    void number(double value)
    {
        m_buffer += ',';
        if (value != value)
            return;
        char text[32];
        m_buffer.append(text, std::to_chars(text, text + sizeof text, value).ptr - text);
    }
    QIODevice &m_device;
    QByteArray m_buffer;
};

} // namespace

Result<SampleTruth> createSampleShop(Workspace &workspace, SampleSize size, quint64 seed, JobContext &job)
{
    if (const Result<void> empty = checkEmpty(workspace); !empty)
        return fail(empty.error());
    QElapsedTimer timer;
    timer.start();
    SampleRandom random(seed);
    SampleTruth truth = planSampleShop(SampleSettings::of(size), random);
    truth.size = size;
    truth.seed = seed;
    FactWriterOptions options;
    options.file = SampleShopText::tr("Sample shop (%1, seed %2)").arg(sampleSizeName(size)).arg(seed);
    options.kind = QStringLiteral("events");
    options.attributes = QStringList{QStringLiteral("Country"), QStringLiteral("Channel")};
    options.expectedRows = qint64(truth.settings.activeUsers * eventsPerUserAndYear * truth.settings.days / 365);
    auto writer = FactWriter::begin(workspace, options);
    if (!writer)
        return fail(writer.error());
    ImportReport report;
    report.file = options.file;
    report.kind = options.kind;
    SampleRun run(truth, random, [&](const EventRow &event) -> Result<bool> {
        addTo(report, event);
        return (*writer)->addEvent(event).map([](Stored) { return true; });
    });
    if (const Result<void> done = run.run(job); !done)
        return fail(done.error());
    report.netRevenueStored = report.netRevenueRead;
    report.seconds = double(timer.elapsed()) / 1000;
    if (const Result<void> done = (*writer)->commit(report, truth.settings.toJson(), {}, job); !done)
        return fail(done.error());
    if (const Result<void> kept = keepSettings(workspace, truth); !kept)
        return fail(kept.error());
    return truth;
}

Result<void> writeSampleCsv(const QString &path, qint64 rows, quint64 seed, JobContext &job)
{
    Result<OutputFile> file = OutputFile::open(path);
    if (!file)
        return fail(file.error());
    SampleSettings settings;
    settings.activeUsers = std::max(20.0, 1.3 * double(rows) / (eventsPerUserAndYear * settings.days / 365));
    settings.items = int(std::clamp<qint64>(rows / 1500, 120, 6000));
    SampleRandom random(seed);
    SampleTruth truth = planSampleShop(settings, random);
    truth.seed = seed;
    CsvLog log(file->device());
    bool isWritten = true;
    SampleRun run(truth, random, [&](const EventRow &event) -> Result<bool> {
        isWritten = isWritten && log.add(event);
        return isWritten && truth.events < rows;
    });
    if (const Result<void> done = run.run(job); !done)
        return done;
    if (!isWritten || !log.flush())
        return fail(ErrorCode::Io, SampleShopText::tr("%1 could not be written: %2").arg(path, file->device().errorString()));
    return file->commit();
}

} // namespace foretrail

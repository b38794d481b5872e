#include "core/neural/interface/Weights.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <cmath>

namespace foretrail {
namespace {

constexpr char magic[] = "FTWEIGHT";
constexpr qsizetype magicSize = 8;
constexpr qsizetype prefixSize = magicSize + 8;
constexpr qsizetype digestSize = 32;
constexpr quint32 formatVersion = 1;

struct WeightsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Weights)
};

QByteArray digest(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes.toByteArray());
    return hash.result();
}

void append(QByteArray &bytes, quint32 number)
{
    const quint32 little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

quint32 numberAt(const QByteArray &bytes, qsizetype offset)
{
    return qFromLittleEndian<quint32>(bytes.constData() + offset);
}

Error damaged(const QString &detail)
{
    return Error{ErrorCode::Format, WeightsText::tr("The stored weights are damaged. Train the model again."), detail};
}

// Frame and checksum; the header is not looked at.
Result<void> checkFrame(const QByteArray &bytes)
{
    if (bytes.startsWith("PK") || bytes.startsWith("\x80"))
        return fail(ErrorCode::ForeignFile, WeightsText::tr("This is a file of Python's pickle or a zip archive, which could run "
                                               "code when opened. Only weights written by Foretrail are read."));
    if (!QByteArray(magic).startsWith(bytes.left(magicSize)) || bytes.isEmpty())
        return fail(ErrorCode::ForeignFile, WeightsText::tr("These are not weights written by Foretrail."));
    if (bytes.size() < prefixSize + digestSize)
        return fail(damaged(QStringLiteral("%1 bytes").arg(bytes.size())));
    if (const quint32 version = numberAt(bytes, magicSize); version > formatVersion)
        return fail(ErrorCode::NewerVersion, WeightsText::tr("The weights have format %1; this program reads up to %2. Install a "
                                                "newer Foretrail.").arg(version).arg(formatVersion));
    if (digest(QByteArrayView(bytes).chopped(digestSize)) != QByteArrayView(bytes).last(digestSize))
        return fail(damaged(QStringLiteral("checksum")));
    return {};
}

// Name and shape of one tensor and room for its values, of which at most `available` can follow.
Result<Tensor> describedBy(const QJsonObject &json, qint64 available)
{
    Tensor tensor;
    tensor.name = json[QStringLiteral("name")].toString().toStdString();
    qint64 count = 1;
    const QJsonArray shape = json[QStringLiteral("shape")].toArray();
    for (const QJsonValue &extent : shape) {
        const qint64 size = extent.toInteger(-1);
        if (size < 0 || (size > 0 && count > available / size))
            return fail(damaged(QStringLiteral("shape of %1").arg(QString::fromStdString(tensor.name))));
        tensor.shape.push_back(size);
        count *= size;
    }
    if (tensor.name.empty() || shape.isEmpty())
        return fail(damaged(QStringLiteral("header")));
    tensor.values.resize(size_t(count));
    return tensor;
}

} // namespace

QByteArray encodeWeights(const std::vector<Tensor> &tensors)
{
    QJsonArray list;
    for (const Tensor &tensor : tensors) {
        QJsonArray shape;
        for (int64_t extent : tensor.shape)
            shape.append(qint64(extent));
        list.append(QJsonObject{{QStringLiteral("name"), QString::fromStdString(tensor.name)},
                                {QStringLiteral("shape"), shape}});
    }
    const QByteArray header = QJsonDocument(QJsonObject{{QStringLiteral("tensors"), list}}).toJson(QJsonDocument::Compact);
    QByteArray bytes(magic, magicSize);
    append(bytes, formatVersion);
    append(bytes, quint32(header.size()));
    bytes.append(header);
    for (const Tensor &tensor : tensors) {
        const qsizetype start = bytes.size();
        bytes.resize(start + qsizetype(tensor.values.size() * sizeof(float)));
        qToLittleEndian<float>(tensor.values.data(), qsizetype(tensor.values.size()), bytes.data() + start);
    }
    return bytes + digest(bytes);
}

Result<std::vector<Tensor>> decodeWeights(const QByteArray &bytes)
{
    if (const Result<void> framed = checkFrame(bytes); !framed)
        return fail(framed.error());
    const qsizetype end = bytes.size() - digestSize;
    const qint64 headerSize = numberAt(bytes, magicSize + 4);
    if (headerSize > end - prefixSize)
        return fail(damaged(QStringLiteral("header length")));
    const QJsonDocument header = QJsonDocument::fromJson(bytes.mid(prefixSize, headerSize));
    qsizetype offset = prefixSize + headerSize;
    std::vector<Tensor> tensors;
    const QJsonArray list = header[QStringLiteral("tensors")].toArray();
    for (const QJsonValue &entry : list) {
        Result<Tensor> tensor = describedBy(entry.toObject(), (end - offset) / qsizetype(sizeof(float)));
        if (!tensor)
            return fail(tensor.error());
        qFromLittleEndian<float>(bytes.constData() + offset, qsizetype(tensor->values.size()), tensor->values.data());
        for (float value : tensor->values)
            if (!std::isfinite(value))
                return fail(damaged(QStringLiteral("a value that is not a number")));
        offset += qsizetype(tensor->values.size() * sizeof(float));
        tensors.push_back(std::move(*tensor));
    }
    if (offset != end || tensors.empty())
        return fail(damaged(QStringLiteral("length")));
    return tensors;
}

} // namespace foretrail

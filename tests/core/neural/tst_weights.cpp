#include "core/neural/interface/Weights.h"
#include "tests/support/TestSupport.h"

#include <QCryptographicHash>

#include <random>

using namespace foretrail;

namespace {

std::vector<Tensor> someTensors()
{
    return {{"lstm.weight_ih_l0", {4, 1}, {0.5F, -1.25F, 3e-30F, 65504.0F}},
            {"head.weight", {1, 2}, {-0.0F, 0.1F}},
            {"head.bias", {1}, {std::numeric_limits<float>::denorm_min()}}};
}

QByteArray sealed(QByteArray bytes)
{
    return bytes + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

class TestWeights : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesBackBitForBit()
    {
        const auto read = decodeWeights(encodeWeights(someTensors()));
        VERIFY_RESULT(read);
        const std::vector<Tensor> expected = someTensors();
        QCOMPARE(read->size(), expected.size());
        for (size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE((*read)[i].name, expected[i].name);
            QVERIFY((*read)[i].shape == expected[i].shape);
            QCOMPARE(memcmp((*read)[i].values.data(), expected[i].values.data(), expected[i].values.size() * 4), 0);
        }
    }
    // The layout of Weights.h, byte by byte: what one version wrote every later one reads.
    void layoutIsFixed()
    {
        const QByteArray bytes = encodeWeights({{"b", {2}, {1.0F, -2.0F}}});
        const QByteArray header = R"({"tensors":[{"name":"b","shape":[2]}]})";
        const QByteArray expected = QByteArray("FTWEIGHT") + QByteArray("\x01\0\0\0", 4) + char(header.size())
            + QByteArray(3, '\0') + header + QByteArray("\0\0\x80\x3f\0\0\0\xc0", 8);
        QCOMPARE(bytes, sealed(expected));
    }
    void everyTruncationIsRefused()
    {
        const QByteArray whole = encodeWeights(someTensors());
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(!decodeWeights(whole.left(length)), qPrintable(QString::number(length)));
        QVERIFY(!decodeWeights(whole + '\0'));
    }
    void everyFlippedBitIsRefused()
    {
        const QByteArray whole = encodeWeights(someTensors());
        for (qsizetype bit = 0; bit < whole.size() * 8; ++bit) {
            QByteArray flipped = whole;
            flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY2(!decodeWeights(flipped), qPrintable(QString::number(bit)));
        }
    }
    // Nonsense with a right checksum: somebody made it on purpose.
    void craftedContentIsRefused_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("values");
        QTest::newRow("no JSON") << QByteArray("{") << 0;
        QTest::newRow("no tensors") << QByteArray("{}") << 0;
        QTest::newRow("no name") << QByteArray(R"({"tensors":[{"shape":[1]}]})") << 1;
        QTest::newRow("no shape") << QByteArray(R"({"tensors":[{"name":"b"}]})") << 1;
        QTest::newRow("negative") << QByteArray(R"({"tensors":[{"name":"b","shape":[-1]}]})") << 1;
        QTest::newRow("huge") << QByteArray(R"({"tensors":[{"name":"b","shape":[4000000000,4000000000]}]})") << 1;
        QTest::newRow("too few values") << QByteArray(R"({"tensors":[{"name":"b","shape":[2]}]})") << 1;
        QTest::newRow("too many values") << QByteArray(R"({"tensors":[{"name":"b","shape":[2]}]})") << 3;
        QTest::newRow("fraction") << QByteArray(R"({"tensors":[{"name":"b","shape":[1.5]}]})") << 1;
    }
    void craftedContentIsRefused()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, values);
        const QByteArray bytes = sealed(QByteArray("FTWEIGHT") + QByteArray("\x01\0\0\0", 4) + char(header.size())
                                        + QByteArray(3, '\0') + header + QByteArray(values * 4, '\0'));
        const auto read = decodeWeights(bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Format);
    }
    void headerLongerThanTheFileIsRefused()
    {
        const auto read = decodeWeights(sealed(QByteArray("FTWEIGHT") + QByteArray("\x01\0\0\0\xff\xff\xff\xff", 8)));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Format);
    }
    void notANumberIsRefused()
    {
        QVERIFY(!decodeWeights(encodeWeights({{"b", {1}, {std::numeric_limits<float>::quiet_NaN()}}})));
        QVERIFY(!decodeWeights(encodeWeights({{"b", {1}, {std::numeric_limits<float>::infinity()}}})));
    }
    void newerFormatIsRefusedPolitely()
    {
        QByteArray bytes = encodeWeights(someTensors());
        bytes[8] = 2;
        const auto read = decodeWeights(bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::NewerVersion);
    }
    void foreignFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("zip, as torch.save writes") << QByteArray("PK\x03\x04\0\0\x08\x08", 8) + QByteArray(200, 'x');
        QTest::newRow("bare pickle") << QByteArray("\x80\x02}q\0.", 6) + QByteArray(200, 'x');
        QTest::newRow("text") << QByteArray("time,value\n2011-01-01,3\n").repeated(10);
        QTest::newRow("empty") << QByteArray();
    }
    void foreignFilesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto read = decodeWeights(bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::ForeignFile);
        QVERIFY(!read.error().message.isEmpty());
    }
    void randomBytesNeverCrash()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes("FTWEIGHT");
            for (int i = 0; i < round % 97; ++i)
                bytes.append(char(random()));
            QVERIFY(!decodeWeights(sealed(bytes)));
        }
    }
};

FORETRAIL_TEST_MAIN(TestWeights, QCoreApplication)
#include "tst_weights.moc"

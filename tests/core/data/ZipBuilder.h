#pragma once

#include "tests/support/TestSupport.h"

#include <QList>
#include <QPair>

#include <archive.h>
#include <archive_entry.h>

namespace foretrail::test {

using Members = QList<QPair<QString, QByteArray>>; ///< name and content, in order

/// A zip archive; with a password its members are locked.
inline void writeZip(const QString &path, const Members &members, const char *password = nullptr)
{
    archive *handle = archive_write_new();
    archive_write_set_format_zip(handle);
    if (password) {
        QCOMPARE(archive_write_set_options(handle, "zip:encryption=traditional"), ARCHIVE_OK);
        archive_write_set_passphrase(handle, password);
    }
    QCOMPARE(archive_write_open_filename(handle, qPrintable(path)), ARCHIVE_OK);
    for (const auto &[name, content] : members) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname_utf8(entry, name.toUtf8().constData());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, content.size());
        QCOMPARE(archive_write_header(handle, entry), ARCHIVE_OK);
        archive_write_data(handle, content.constData(), size_t(content.size()));
        archive_entry_free(entry);
    }
    QCOMPARE(archive_write_free(handle), ARCHIVE_OK);
}

/// A small workbook as other programs write it: sheets by name and the XML of their rows, shared texts, styles.
struct BookBuilder {
    QList<QPair<QString, QByteArray>> sheets;
    QList<QByteArray> strings;
    /// Codes of the styles from 1 on; 0 is a plain number. A number stands for a built-in format.
    QList<QByteArray> styles;
    bool from1904 = false;
    QStringList hidden;

    Members members() const
    {
        QByteArray listed, relations, formats, xfs = "<xf numFmtId=\"0\"/>", texts;
        Members all{{QStringLiteral("[Content_Types].xml"), "<Types xmlns=\"t\"/>"},
                    {QStringLiteral("_rels/.rels"), "<Relationships><Relationship Id=\"r\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"}};
        for (int i = 0; i < sheets.size(); ++i) {
            const QByteArray number = QByteArray::number(i + 1);
            const QByteArray state = hidden.contains(sheets[i].first) ? " state=\"hidden\"" : "";
            listed += "<sheet name=\"" + sheets[i].first.toUtf8() + "\" sheetId=\"" + number + "\"" + state + " r:id=\"rId" + number + "\"/>";
            relations += "<Relationship Id=\"rId" + number + "\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
            all.append({QStringLiteral("xl/worksheets/sheet%1.xml").arg(i + 1),
                        "<?xml version=\"1.0\"?><worksheet xmlns=\"m\"><sheetData>" + sheets[i].second + "</sheetData></worksheet>"});
        }
        for (int i = 0; i < styles.size(); ++i) {
            const bool isBuiltIn = styles[i].toInt() > 0;
            const QByteArray id = isBuiltIn ? styles[i] : QByteArray::number(164 + i);
            if (!isBuiltIn)
                formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + QByteArray(styles[i]).replace('"', "&quot;") + "\"/>";
            xfs += "<xf numFmtId=\"" + id + "\"/>";
        }
        for (const QByteArray &text : strings)
            texts += text.startsWith('<') ? "<si>" + text + "</si>" : "<si><t>" + text + "</t></si>";
        all.append({QStringLiteral("xl/workbook.xml"), "<workbook xmlns:r=\"u\"><workbookPr" + QByteArray(from1904 ? " date1904=\"1\"" : "")
                                                           + "/><sheets>" + listed + "</sheets></workbook>"});
        all.append({QStringLiteral("xl/_rels/workbook.xml.rels"),
                    "<Relationships>" + relations + "<Relationship Id=\"s\" Type=\"http://x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                        + "<Relationship Id=\"y\" Type=\"http://x/styles\" Target=\"/xl/styles.xml\"/></Relationships>"});
        all.append({QStringLiteral("xl/styles.xml"), "<styleSheet><numFmts>" + formats + "</numFmts><cellXfs>" + xfs + "</cellXfs></styleSheet>"});
        all.append({QStringLiteral("xl/sharedStrings.xml"), "<sst>" + texts + "</sst>"});
        return all;
    }
};

} // namespace foretrail::test

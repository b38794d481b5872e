#include "ui/help/HelpBrowser.h"

#include "ui/help/GlossaryPicture.h"
#include "ui/theme/Theme.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>

#include <algorithm>

namespace foretrail {

namespace {

constexpr double themePixels = 13;
constexpr double widestLine = 720; ///< longer ones are hard to follow

QString sectionAnchor(int section) { return QStringLiteral("section-%1").arg(section); }

/// A run of letters in one format.
struct TextRun {
    int from;
    int to;
    QTextCharFormat format;
};

QList<TextRun> textRuns(const QTextDocument &document)
{
    QList<TextRun> runs;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto at = block.begin(); !at.atEnd(); ++at)
            if (const QTextFragment piece = at.fragment(); piece.isValid())
                runs.append({piece.position(), piece.position() + piece.length(), piece.charFormat()});
    return runs;
}

} // namespace

HelpBrowser::HelpBrowser(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("helpText"));
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QTextEdit::FixedPixelWidth);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(2 * Theme::space);
}

double HelpBrowser::em() const { return font().pixelSize() > 0 ? font().pixelSize() / themePixels : 1; }

void HelpBrowser::showText(const QString &markdown)
{
    setExtraSelections({});
    document()->setIndentWidth(20 * em());
    document()->setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    styleBlocks();
    styleWords();
    styleTables();
}

void HelpBrowser::styleBlocks()
{
    constexpr double sizes[] = {20, 16, 14};
    QTextCursor cursor(document());
    int section = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        const bool isFirst = block.position() == 0;
        format.setTopMargin(isFirst ? 0 : level == 2 ? 22 * em() : level > 2 ? 16 * em() : 3 * em());
        format.setBottomMargin((level == 0 && block.textList() ? 2 : 6) * em());
        if (block.text() != QString(QChar::ObjectReplacementCharacter)) // a picture needs no room between lines
            format.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
        cursor.setBlockFormat(format);
        if (level == 0)
            continue;
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        QTextCharFormat letters;
        QFont font = this->font();
        font.setPixelSize(int(sizes[std::min(level, 3) - 1] * em()));
        font.setBold(true); // Chinese letters are not made half as bold
        letters.setFont(font);
        letters.setAnchor(true);
        letters.setAnchorNames({sectionAnchor(section++)});
        cursor.setCharFormat(letters);
    }
}

void HelpBrowser::styleWords()
{
    QTextCursor cursor(document());
    for (const TextRun &run : textRuns(*document())) {
        QTextCharFormat change;
        if (run.format.isImageFormat())
            change.setToolTip(run.format.stringProperty(QTextFormat::ImageAltText));
        else if (run.format.isAnchor() && !run.format.anchorHref().isEmpty())
            change.setForeground(Theme::colors().accentText);
        else if (run.format.fontFixedPitch())
            change.setBackground(Theme::colors().grid);
        else
            continue;
        cursor.setPosition(run.from);
        cursor.setPosition(run.to, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(change);
    }
}

void HelpBrowser::styleTables()
{
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderBrush(Theme::colors().line);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setCellPadding(5 * em());
        format.setCellSpacing(0);
        format.setBottomMargin(8 * em());
        table->setFormat(format);
    }
}

void HelpBrowser::goToSection(int section)
{
    moveCursor(QTextCursor::Start);
    for (QTextBlock block = document()->begin(); section > 0 && block.isValid(); block = block.next())
        if (block.begin() != block.end() && block.begin().fragment().charFormat().anchorNames().contains(sectionAnchor(section))) {
            setTextCursor(QTextCursor(block)); // the next link by keyboard is one of this section
            return scrollToAnchor(sectionAnchor(section));
        }
    verticalScrollBar()->setValue(0);
}

void HelpBrowser::mark(const QStringList &words)
{
    QList<ExtraSelection> marks;
    for (const QString &word : words)
        for (QTextCursor at = document()->find(word); !at.isNull(); at = document()->find(word, at)) {
            ExtraSelection one;
            one.cursor = at;
            one.format.setBackground(Theme::colors().selection);
            one.format.setForeground(Theme::colors().accentText);
            marks << one;
        }
    setExtraSelections(marks);
}

QVariant HelpBrowser::loadResource(int type, const QUrl &name)
{
    if (type == QTextDocument::ImageResource && name.scheme() == QStringLiteral("picture"))
        return glossaryPicture(name.path(), em(), devicePixelRatioF());
    return {}; // nothing else is read, from disk or net
}

void HelpBrowser::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    setLineWrapColumnOrWidth(int(std::min<double>(viewport()->width(), widestLine * em())));
}

} // namespace foretrail

#pragma once

#include <QTextBrowser>

namespace foretrail {

/// Shows a help text in colours and sizes of the theme, with the pictures of the glossary. Links are told by anchorClicked(), not
/// followed.
class HelpBrowser : public QTextBrowser {
    Q_OBJECT
public:
    explicit HelpBrowser(QWidget *parent = nullptr);

    void showText(const QString &markdown);
    void goToSection(int section); ///< the number of a heading; 0: the top
    /// Marks each place where one of the words stands.
    void mark(const QStringList &words);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void styleBlocks();
    void styleWords();
    void styleTables();
    double em() const; ///< of the theme's 13 px
};

} // namespace foretrail

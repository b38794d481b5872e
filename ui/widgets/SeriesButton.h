#pragma once

#include <QToolButton>

class QFrame;

namespace foretrail {

class ItemBrowser;

/// The series that a page shows, as a button; pressed, it opens the browser of series below it.
class SeriesButton : public QToolButton {
    Q_OBJECT
public:
    explicit SeriesButton(QWidget *parent = nullptr);
    ItemBrowser *browser() const { return m_browser; }
    void setSeriesText(const QString &text); ///< elided in the middle where it does not fit

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void open();
    void showText();

    QFrame *m_popup;
    ItemBrowser *m_browser;
    QString m_text;
};

} // namespace foretrail

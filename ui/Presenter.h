#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QRect>

class QSplitter;
class QWidget;

namespace foretrail {

/// Shows a window to a class or a meeting: full screen, type and lines so large that the last row reads them, no tooltips in the
/// way. Off again, size, place and splitters of the window are as they were. Nothing of it is remembered.
class Presenter : public QObject {
    Q_OBJECT
public:
    explicit Presenter(QWidget &window);
    ~Presenter() override;

    bool isOn() const { return m_isOn; }
    void setOn(bool isOn);
    void toggle() { setOn(!m_isOn); }
    /// Of the window as it is without: what may be remembered.
    QByteArray usualGeometry() const;
    /// The body's type in px that such a screen has room for; never less than usual.
    static int typePixels(QSize screen, int usual);

Q_SIGNALS:
    void changed(bool isOn); ///< while the window still has its old size

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void enter();
    void leave();
    void scaleRows(double factor);
    void restoreSplitters();

    QWidget &m_window;
    bool m_isOn = false;
    bool m_wasMaximized = false;
    QRect m_usualPlace;
    QByteArray m_usualGeometry;
    QHash<QSplitter *, QByteArray> m_splitters; ///< as they were before
};

} // namespace foretrail

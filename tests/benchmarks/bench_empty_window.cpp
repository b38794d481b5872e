// The least a Qt program can do: an empty window, painted once. What run.sh measures Foretrail's start against.
#include <QApplication>
#include <QPaintEvent>
#include <QTimer>
#include <QWidget>

namespace {

class Empty : public QWidget {
protected:
    void paintEvent(QPaintEvent *) override { QTimer::singleShot(0, qApp, &QApplication::quit); }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Empty window;
    window.resize(1280, 800);
    window.show();
    return app.exec();
}

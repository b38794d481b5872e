// Rows that break into lines where there is no room.
#include "tests/support/TestSupport.h"
#include "ui/widgets/FlowLayout.h"

#include <QApplication>
#include <QLineEdit>
#include <QWidget>

using namespace foretrail;

namespace {

constexpr int space = 10;

QWidget *block(int width, int height = 20)
{
    auto *widget = new QWidget;
    widget->setFixedSize(width, height);
    return widget;
}

} // namespace

class TestFlowLayout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_row = std::make_unique<QWidget>();
        m_flow = new FlowLayout(m_row.get());
        m_flow->setContentsMargins(0, 0, 0, 0);
        m_flow->setSpacing(space);
    }

    void breaksWhereThereIsNoRoom()
    {
        for (int i = 0; i < 3; ++i)
            m_flow->addWidget(block(100, 20 + 4 * i));
        QCOMPARE(m_flow->sizeHint(), QSize(320, 28));
        QCOMPARE(m_flow->minimumSize(), QSize(100, 28));
        QCOMPARE(m_flow->heightForWidth(320), 28);
        QCOMPARE(m_flow->heightForWidth(319), 24 + space + 28);
        QCOMPARE(m_flow->heightForWidth(100), 20 + 24 + 28 + 2 * space);
        place(250);
        QCOMPARE(at(0), QRect(0, 2, 100, 20)); // in the middle of its line
        QCOMPARE(at(1), QRect(110, 0, 100, 24));
        QCOMPARE(at(2), QRect(0, 34, 100, 28));
    }

    void hiddenOnesTakeNoRoom()
    {
        for (int i = 0; i < 3; ++i)
            m_flow->addWidget(block(100));
        m_flow->itemAt(1)->widget()->hide();
        QCOMPARE(m_flow->heightForWidth(210), 20);
        place(210);
        QCOMPARE(at(2), QRect(110, 0, 100, 20));
    }

    // A field takes what it may, what follows a stretch stands at the right.
    void growsIntoWhatIsLeft()
    {
        auto *field = new QLineEdit;
        field->setMinimumWidth(50);
        field->setMaximumWidth(90);
        m_flow->addWidget(field);
        m_flow->addStretch();
        m_flow->addWidget(block(100));
        place(400);
        QCOMPARE(field->width(), 90);
        QCOMPARE(at(2).right(), 399);
        place(180);
        QCOMPARE(field->width(), 60);
        QCOMPARE(at(2).right(), 179);
    }

    void givesItemsAway()
    {
        m_flow->addWidget(block(100));
        const std::unique_ptr<QLayoutItem> item(m_flow->takeAt(0));
        QVERIFY(item && m_flow->count() == 0 && !m_flow->takeAt(0) && !m_flow->itemAt(0));
    }

private:
    void place(int width)
    {
        m_flow->invalidate();
        m_flow->setGeometry({0, 0, width, m_flow->heightForWidth(width)});
    }
    QRect at(int index) const { return m_flow->itemAt(index)->geometry(); }

    std::unique_ptr<QWidget> m_row;
    FlowLayout *m_flow = nullptr;
};

FORETRAIL_TEST_MAIN(TestFlowLayout, QApplication)
#include "tst_flowlayout.moc"

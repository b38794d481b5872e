#include "ui/widgets/FeedForm.h"

#include "ui/asking/FileDialogs.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <array>

namespace foretrail {

namespace {

constexpr std::array prefixes{"replay:", "file:", "folder:", "tcp:", "socket:"};
constexpr std::array<double, 6> speeds{1, 10, 60, 600, 3600, 0}; ///< 0: as fast as can be
constexpr int usualSpeed = 3;

QToolButton *openButton(const QString &name)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(Theme::icon(QStringLiteral("open")));
    return button;
}

} // namespace

FeedForm::FeedForm(QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox), m_place(new QLineEdit), m_browse(openButton(QStringLiteral("feedBrowse"))), m_speedLabel(new QLabel), m_speed(new QComboBox),
      m_likeLabel(new QLabel), m_like(new QLineEdit), m_browseLike(openButton(QStringLiteral("feedBrowseLike")))
{
    m_kind->setObjectName(QStringLiteral("feedKind"));
    m_place->setObjectName(QStringLiteral("feedPlace"));
    m_place->setClearButtonEnabled(true);
    m_speed->setObjectName(QStringLiteral("feedSpeed"));
    m_like->setObjectName(QStringLiteral("feedLike"));
    for (int i = 0; i < kinds; ++i)
        m_kind->addItem(QString());
    for (size_t i = 0; i < speeds.size(); ++i)
        m_speed->addItem(QString());
    m_speed->setCurrentIndex(usualSpeed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_kind);
    layout->addWidget(m_place, 3);
    layout->addWidget(m_browse);
    layout->addWidget(m_speedLabel);
    layout->addWidget(m_speed);
    layout->addWidget(m_likeLabel);
    layout->addWidget(m_like, 2);
    layout->addWidget(m_browseLike);
    m_speedLabel->setBuddy(m_speed);
    m_likeLabel->setBuddy(m_like);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FeedForm::showKind);
    connect(m_speed, &QComboBox::currentIndexChanged, this, &FeedForm::changed);
    connect(m_browse, &QToolButton::clicked, this, [this] { browse(m_place); });
    connect(m_browseLike, &QToolButton::clicked, this, [this] { browse(m_like); });
    for (QLineEdit *field : {m_place, m_like}) {
        connect(field, &QLineEdit::textChanged, this, &FeedForm::changed);
        connect(field, &QLineEdit::returnPressed, this, &FeedForm::submitted);
    }
    showTexts();
    showKind();
}

FeedForm::Kind FeedForm::kind() const { return Kind(m_kind->currentIndex()); }

QString FeedForm::text() const
{
    QString text = QString::fromLatin1(prefixes[size_t(kind())]) + m_place->text().trimmed();
    const double speed = speeds[size_t(m_speed->currentIndex())];
    return kind() == Replay && speed > 0 ? text + QStringLiteral("@%1").arg(speed) : text;
}

Result<FeedSpec> FeedForm::spec() const { return FeedSpec::fromText(text()); }

QString FeedForm::like() const { return kind() == Tcp || kind() == Socket ? m_like->text().trimmed() : QString(); }

void FeedForm::setSpec(const QString &text)
{
    for (size_t i = 0; i < prefixes.size(); ++i) {
        const QString prefix = QString::fromLatin1(prefixes[i]);
        if (!text.startsWith(prefix))
            continue;
        m_kind->setCurrentIndex(int(i));
        QString place = text.sliced(prefix.size());
        const qsizetype at = place.lastIndexOf(u'@');
        if (i == Replay && at > 0) {
            const auto speed = std::find(speeds.begin(), speeds.end(), place.sliced(at + 1).toDouble());
            m_speed->setCurrentIndex(speed == speeds.end() ? usualSpeed : int(speed - speeds.begin()));
            place = place.first(at);
        } else if (i == Replay) {
            m_speed->setCurrentIndex(int(speeds.size()) - 1);
        }
        m_place->setText(place);
        return;
    }
}

void FeedForm::setEditable(bool isEditable)
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_kind, m_place, m_browse, m_speed, m_like, m_browseLike})
        field->setEnabled(isEditable);
}

void FeedForm::browse(QLineEdit *field)
{
    const QString path = field == m_place && kind() == Folder ? FileDialogs::openFolder(this, tr("The folder where files arrive"), field->text())
                                                              : FileDialogs::openFile(this, tr("A log"), field->text(), tr("Logs (*.csv *.csv.gz *.tsv *.txt *.json *.jsonl);;All files (*)"));
    if (!path.isEmpty())
        field->setText(path);
}

void FeedForm::showKind()
{
    const bool isReplay = kind() == Replay, isSocket = kind() == Tcp || kind() == Socket;
    m_browse->setVisible(!isSocket);
    m_speedLabel->setVisible(isReplay);
    m_speed->setVisible(isReplay);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_likeLabel, m_like, m_browseLike})
        widget->setVisible(isSocket);
    const QStringList hints{tr("Log to play again"), tr("File that grows"), tr("Folder where files arrive"), tr("Port, such as 9000"), tr("Name of the socket")};
    m_place->setPlaceholderText(hints[kind()]);
    m_place->setAccessibleName(hints[kind()]);
    Q_EMIT changed();
}

void FeedForm::showTexts()
{
    const QStringList kindTexts{tr("Replay of a log"), tr("File that grows"), tr("Folder of files"), tr("TCP port"), tr("Local socket")};
    for (int i = 0; i < kinds; ++i)
        m_kind->setItemText(i, kindTexts[i]);
    m_kind->setAccessibleName(tr("What to follow"));
    const QStringList speedTexts{tr("as it happened"), tr("10 times as fast"), tr("a minute a second"), tr("10 minutes a second"), tr("an hour a second"), tr("as fast as can be")};
    for (int i = 0; i < int(speeds.size()); ++i)
        m_speed->setItemText(i, speedTexts[i]);
    m_speedLabel->setText(tr("Speed"));
    m_likeLabel->setText(tr("Lines look like"));
    m_like->setPlaceholderText(tr("as the latest log, or a file"));
    m_like->setAccessibleName(m_likeLabel->text());
    m_browse->setToolTip(tr("Choose a file or a folder"));
    m_browseLike->setToolTip(tr("Choose a file whose lines look like those that come"));
    for (QToolButton *button : {m_browse, m_browseLike})
        button->setAccessibleName(button->toolTip());
}

void FeedForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    showTexts();
    showKind();
}

} // namespace foretrail

#pragma once

#include <QPushButton>

namespace foretrail {

/// A button of words, without an icon, that says less where it is too narrow for all of them.
class ShortenedButton : public QPushButton {
    Q_OBJECT
public:
    explicit ShortenedButton(QWidget *parent = nullptr);
    void setTexts(const QString &whole, const QString &inShort);

    QSize sizeHint() const override;        ///< of the whole text
    QSize minimumSizeHint() const override; ///< of the short one

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QSize sizeWith(const QString &words) const; ///< as the style draws it around them
    void showWords();

    QString m_whole;
    QString m_short;
};

} // namespace foretrail

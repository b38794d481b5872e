#pragma once

#include "core/behaviour/recommend/RecommendItems.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSlider;
class QSpinBox;

namespace foretrail {

/// What can be chosen from, once the log was read.
struct ShopNames {
    QStringList items;      ///< "Blue vase (85123A)" or the key, the most popular first; at most some thousands
    QStringList categories;
    QStringList attributes; ///< that tables give to items
    bool hasPurchases = false;
};

/// The model, the length and the rules of lists.
class RecommendInspector : public QWidget {
    Q_OBJECT
public:
    explicit RecommendInspector(QWidget *parent = nullptr);

    QString model() const;
    int top() const;
    RecommendRules rules() const;
    void setNames(const ShopNames &names);
    void setCost(const std::optional<ListCost> &cost); ///< of the list that is shown
    void setProblem(const QString &problem);           ///< why the rules cannot be; empty: they can

Q_SIGNALS:
    void modelChanged();
    void rulesChanged(); ///< or the length

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void connectAll();
    void retranslate();
    QLabel *addRow(QWidget *field);
    void showDiversity();

    QComboBox *m_model;
    QLabel *m_modelHelp;
    QSpinBox *m_top;
    QComboBox *m_leaveOut;
    QSpinBox *m_days;
    QLineEdit *m_where;
    QLineEdit *m_only;
    QLineEdit *m_never;
    QSpinBox *m_most;
    QComboBox *m_boostBy;
    QDoubleSpinBox *m_boost;
    QSlider *m_diversity;
    QLabel *m_cost;
    QLabel *m_problem;
    QList<QLabel *> m_titles; ///< one for each field, in their order
    std::optional<ListCost> m_shownCost;
};

} // namespace foretrail

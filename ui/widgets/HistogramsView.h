#pragma once

#include "core/training/NetworkHistograms.h"
#include "ui/charts/ChartContent.h"

#include <QWidget>

#include <array>
#include <optional>

class QComboBox;
class QLabel;
class QStackedLayout;

namespace foretrail {

class BarChart;
class EmptyState;

/// How the weights of a network are distributed, layer by layer, and how open its gates were on the validation part.
class HistogramsView : public QWidget {
    Q_OBJECT
public:
    explicit HistogramsView(QWidget *parent = nullptr);

    void setHistograms(const NetworkHistograms &histograms);
    /// In their place.
    void setEmptyText(const QString &sentence);
    bool isEmpty() const { return !m_histograms; }

Q_SIGNALS:
    void exportRequested(const foretrail::BarContent &content, const QString &format);

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr size_t charts = 4; ///< input, recurrent, bias and head; gates, of which there are at most as many
    void arrange();
    void retranslate();
    void fillChoices();
    void draw();
    void drawWeights(const NetworkHistograms::Layer &layer);
    void drawGates(const NetworkHistograms::Layer &layer);
    QString words(bool isGates) const;

    std::optional<NetworkHistograms> m_histograms;
    QComboBox *m_choice; ///< weights and gates of each layer
    QLabel *m_words;
    std::array<BarChart *, charts> m_charts;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
};

} // namespace foretrail
